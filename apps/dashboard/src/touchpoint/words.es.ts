import type { Other, TouchpointWords } from './words.ts'

/** `los 30 días anteriores`. */
const toOther = (other: Other) => {
  if (other.is === 'rest') return 'el resto'
  if (other.is === 'year') return 'los mismos días del año anterior'
  return other.days === 1 ? 'el día anterior' : `los ${other.days} días anteriores`
}
/** After `que`: `que en los 30 días anteriores`, `que la del resto`. */
const toIn = (other: Other) => (other.is === 'rest' ? 'la del resto' : `en ${toOther(other)}`)
/** `del resto`, `de los 30 días anteriores`. */
const toOf = (other: Other) => `de ${toOther(other)}`.replace(/^de el /, 'del ')

export const touchpointEs: TouchpointWords = {
  path: 'Dónde está',
  toJourney: 'El recorrido',
  unknown: {
    title: 'El recorrido no tiene este punto de contacto',
    text: 'Puede que haya cambiado de nombre o que ya no esté. Lo que sus páginas sigan enviando se guarda: búscalo en «Todavía fuera del mapa».',
  },
  quiet: {
    title: 'En estos días no se ha preguntado aquí a nadie',
    text: 'Aquí se pregunta cuando una pregunta nombra este punto de contacto y una página avisa a Pulso de que alguien ha llegado hasta él. Si hay respuestas más antiguas, con más días se ven.',
  },
  wholeYear: 'Mirar el último año',
  audiences: { customer: 'Clientes', employee: 'Plantilla', partner: 'Socios', supplier: 'Proveedores' },
  noteOfTruth: 'Un contacto que decide lo que la gente piensa del conjunto.',
  view: {
    title: 'Qué se muestra',
    interval: 'En pasos de',
    intervals: { hour: 'Horas', day: 'Días', week: 'Semanas', month: 'Meses' },
    intervalKeys: { hour: 'Mostrar horas', day: 'Mostrar días', week: 'Mostrar semanas', month: 'Mostrar meses' },
    compare: 'Comparado con',
    compared: { previous: 'Los días anteriores', year: 'Un año antes', none: 'Nada' },
    lane: 'Respuestas de quién',
    usualLane: 'Las que cuentan',
    lanes: { production: 'Visitantes', verified: 'Personas verificadas', quarantine: 'En cuarentena', test: 'Tráfico de prueba' },
    filter: { segment: 'Segmento', prompt: 'Pregunta', kind: 'Tipo de pregunta' },
    all: 'Todo',
    otherSegment: 'Quienes no están en ningún segmento con nombre',
    noSegment: 'Sin segmento',
    chosen: 'Solo estas respuestas',
    remove: (name, value) => `${name}: ${value}. Volver a mostrar todo`,
    clear: 'Mostrar todo',
    otherDays: 'Otros días…',
    from: 'Primer día',
    to: 'Último día',
    apply: 'Mostrar estos días',
    backwards: 'El primer día es posterior al último.',
    tooLong: (days) => `Se pueden mostrar ${days} días a la vez como mucho. Elige un primer día posterior.`,
  },
  change: {
    different: (points, direction, other, least, most) =>
      `${points} puntos más ${direction === 'higher' ? 'alta' : 'baja'} que ${toIn(other)}, sin duda: con un 95 % de confianza, entre ${least} y ${most}.`,
    same: (other, low, high) =>
      `No se distingue de la ${toOf(other)}: con un 95 % de confianza, la diferencia está entre ${low} y ${high} puntos.`,
    tooFew: (other, now, then) => `Muy pocas respuestas para comparar con ${toOther(other)}: ${now} frente a ${then}.`,
    nothing: (other) => `No hay respuestas ${toOf(other)} con las que comparar.`,
    joint: (changes) =>
      `Juzgada junto a las ${changes} comparaciones de esta lista, para que ninguna diferencia aparezca solo por mirar muchas veces.`,
  },
  chart: {
    title: 'A lo largo del tiempo',
    inWords: (kind, steps, lowest, highest, newest) =>
      `${kind} a lo largo del tiempo, ${steps === 1 ? 'un paso' : `${steps} pasos`} con respuestas: entre ${lowest} y ${highest}, ${newest} en el último. Los números están en la tabla de abajo.`,
    read: (score, low, high, answers) => `${score}, entre ${low} y ${high} · ${answers}`,
    silent: 'sin respuestas',
    soFar: 'sin terminar, o cortado por el periodo',
    tooFew: 'menos de 30 respuestas',
    legendBand: 'Intervalo del 95 %',
    legendThin: 'Menos de 30 respuestas',
    legendTarget: 'Objetivo',
    legendDrag: 'Arrastra sobre el gráfico para verlo más de cerca.',
    table: 'Los números en una tabla',
    columns: { step: 'Cuándo', score: 'Puntuación', interval: 'Intervalo del 95 %', answers: 'Respuestas', note: 'Nota' },
    none: (shown) =>
      `En estos días se ha preguntado ${shown} veces y no ha respondido nadie. Mira si la pregunta llega en buen momento y si algo de la página la tapa.`,
  },
  releases: {
    title: 'Cambios publicados en estos días',
    around: 'Antes y después',
    reading: 'Leyendo…',
    tooEarly: 'Aún no hay bastantes días enteros a un lado y a otro.',
    before: (before, after, answersBefore, answersAfter) =>
      `${before} antes (${answersBefore} respuestas), ${after} después (${answersAfter}).`,
    difference: (points, low, high) => `La diferencia es de ${points} puntos; con un 95 % de confianza, entre ${low} y ${high}.`,
    more: 'Más sobre este cambio',
  },
  distribution: 'Cómo se reparten las respuestas',
  funnel: {
    title: 'De pasar por aquí a terminar',
    ofPrevious: (share, low, high) => `${share} del paso anterior (entre ${low} y ${high})`,
    step: 'Paso',
    times: 'Veces',
    share: 'Del paso anterior',
  },
  groups: {
    title: 'Lado a lado',
    by: 'Poner lado a lado',
    bys: { segment: 'Segmentos', prompt: 'Preguntas' },
    none: {
      segment:
        'Todas las personas que han respondido aquí están en un mismo segmento. Da nombre a los segmentos en los ajustes del sitio para ver si a alguno le va peor.',
      prompt: 'Aquí solo una pregunta tiene respuestas.',
    },
    note: 'Primero las más bajas; al final, las que tienen muy pocas respuestas. Cada fila muestra la página solo para ese grupo.',
    show: (name) => `Mostrar solo ${name}`,
    showAll: (name) => `Se muestra solo ${name}: volver a mostrar todo`,
    more: (count) => `Mostrar ${count} más`,
  },
  alerts: {
    title: '¿Ha cambiado algo?',
    through: (day) => `Hasta el final del ${day}. Puedes mirar cuanto quieras: eso no hace más probable ninguna falsa alarma.`,
    states: {
      learning: (kind) => `${kind}: aún hay muy pocas respuestas para distinguir un cambio del azar.`,
      steady: (kind) => `${kind}: no ha cambiado nada que se distinga del azar.`,
      lower: (kind) => `${kind}: más baja que antes.`,
      higher: (kind) => `${kind}: más alta que antes.`,
    },
    evidence: (evidence, needed) => `Indicios de un cambio: ${evidence}; para una alarma hacen falta ${needed}.`,
  },
  themes: {
    title: 'De qué escribe la gente aquí',
    range: (range, days) => `De los comentarios del ${range}: las palabras se leen de los últimos ${days} días como mucho, hasta ahora.`,
    unfiltered: 'De todas las personas que respondieron aquí: las palabras no se leen por segmento, pregunta o tipo.',
    feel: 'Cómo suenan los comentarios',
    positive: 'positivos',
    negative: 'negativos',
    neither: 'ni una cosa ni otra, o no se sabe',
    of: (count, text) => `de ${text} ${count === 1 ? 'comentario' : 'comentarios'}`,
    shareOf: (share, low, high) => `${share} (entre ${low} y ${high})`,
    counts: (here, allHere, elsewhere, allElsewhere) =>
      `en ${here} de ${allHere} comentarios de aquí, en ${elsewhere} de ${allElsewhere} de otros sitios y de antes`,
    examples: (theme) => `Comentarios con «${theme}»`,
    nothing: 'Aquí ninguna palabra se escribe más que en otros sitios, hasta donde se puede distinguir del azar.',
    tooFew: (here, elsewhere, enough) =>
      `Por ahora hay ${here} comentarios aquí y ${elsewhere} en otros sitios y de antes. A partir de ${enough} en cada lado, se puede decir qué se escribe aquí en particular.`,
    notAll: (comments) => `Se han leído los ${comments} comentarios más nuevos.`,
    all: 'Todos los comentarios que la tienen',
    list: 'Palabras y expresiones',
  },
  comments: { all: 'Todas las respuestas de este punto de contacto', empty: 'En estos días no ha escrito nadie aquí.' },
}
