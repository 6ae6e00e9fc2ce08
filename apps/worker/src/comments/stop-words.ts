/** The languages whose words we know. */
export type CommentLanguage = 'es' | 'en'

const toSet = (words: string) => new Set(words.split(/\s+/))

/**
 * Words that carry a sentence and no theme, our own lists. Without accents, as
 * everything is read. "No" and "sin" are among them: what they deny is the theme.
 */
export const STOP_WORDS: Readonly<Record<CommentLanguage, ReadonlySet<string>>> = {
  es: toSet(
    `a al algo alguien algun alguna algunas alguno algunos ante antes aquel aquella aquello aqui asi aun aunque bajo cada casi como con contra cual
    cuando cuanto de del desde donde dos durante e el ella ellas ello ellos en entre era eran eres es esa esas ese eso esos esta estaba estaban
    estado estamos estan estar este esto estos estoy estuve estuvo fue fueron fui gran ha habia habian hace hacen hacer haces haciendo han has
    hasta hay he hecho hemos hoy iba ir la las le les lo los luego mas me mi mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy
    nada nadie ni ningun ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para parte pero poco
    por porque pues puede pueden puedes puedo que quien quienes quiere quiero se sea sean segun ser si sido siempre siendo sin sobre solo somos
    son soy su sus suya suyo tal tambien tampoco tan tanta tanto te tengo tenia tener tenemos ti tiene tienen tienes toda todas todavia todo todos
    tras tu tus tuve tuvo un una unas uno unos va vamos van ve veces vez voy y ya yo ahora ayer q xq pq tb d x k gracias hola bueno bien creo cosa
    cosas dia dias dice dicen dijo dijeron da dan dar debe deberia deberian deben tal vez verdad vosotros usted ustedes estaria seria seria podria podrian ver veo vi sabia queda quedo nota salir sale llevo lleva llevan`,
  ),
  en: toSet(
    `a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot could
    couldn't did didn't do does doesn't doing don't down during each ever every few for from further get gets getting got had hadn't has hasn't have
    haven't having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just like made make makes me more most
    much my myself no nor not of off on once one only or other our ours out over own really s same she should shouldn't so some still such t than
    that that's the their theirs them then there there's these they they're this those though through to too two under until up us very was wasn't we we're
    we've were weren't what when where which while who whom why will with won't would wouldn't yes yet you you're your yours im ive dont didnt doesnt
    cant wont isnt wasnt u ur went go going goes thing things way lot bit say said says please thanks thank hi hello even always never now today well
    around away back since first time times day days nothing something anything everything everyone someone anyone`,
  ),
}
