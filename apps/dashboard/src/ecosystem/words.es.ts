import type { EcosystemWords } from './words.ts'

export const ecosystemEs: EcosystemWords = {
  title: 'Ecosistema',
  lead: 'Toda la gente que rodea al negocio, lado a lado: quién está contenta con qué, quién vuelve y qué va de la mano de la recomendación.',
  audiences: { customer: 'Clientes', employee: 'Plantilla', partner: 'Socios', supplier: 'Proveedores' },
  nps: { customer: 'NPS', employee: 'eNPS', partner: 'NPS', supplier: 'NPS' },
  who: {
    title: 'Quién dice qué',
    touchpoints: (count, text) => (count === 1 ? 'un punto de contacto' : `${text} puntos de contacto`),
    nothing: 'Se pregunta, pero nadie ha respondido en estos días.',
    silent: 'se pregunta, sin respuestas',
    notAsked: 'sin preguntar todavía',
    missing: (audiences) => ({
      title: `Todavía no se pregunta a: ${audiences}`,
      text: 'Lo que sienten los clientes suele empezar detrás del mostrador. Da otro público a un punto de contacto del recorrido, pregunta allí, y sus puntuaciones aparecerán aquí junto a las de tus clientes. El NPS de la plantilla será su eNPS.',
    }),
  },
  stages: {
    title: 'La misma etapa, vista por gente distinta',
    note: 'De cada etapa, la parte de respuestas buenas menos la de malas, de −100 a +100, con su intervalo del 95 %.',
    view: (audience, value, low, high, answers) => `${audience}: ${value}, entre ${low} y ${high} (${answers})`,
    different: (audience, points, direction, least, most) =>
      `${audience}: ${points} puntos por ${direction === 'higher' ? 'encima' : 'debajo'} de los clientes, sin duda; con un 95 % de confianza, entre ${least} y ${most}.`,
    same: (audience, low, high) =>
      `${audience}: no se distingue de los clientes; con un 95 % de confianza, la diferencia está entre ${low} y ${high} puntos.`,
    tooFew: (audience) => `${audience}: muy pocas respuestas para comparar con los clientes.`,
    onlyOne: (audience) => `Aquí solo se pregunta a: ${audience.toLowerCase()}.`,
    otherwise: 'Se preguntó de maneras distintas, así que parte de la diferencia puede venir de la escala.',
    joint: (gaps) => `Las ${gaps} diferencias se juzgan juntas.`,
    table: 'Los números en una tabla',
    columns: {
      stage: 'Etapa',
      audience: 'Público',
      balance: 'Balance',
      interval: 'Intervalo del 95 %',
      answers: 'Respuestas',
      gap: 'Frente a los clientes',
    },
    none: 'Cuando un segundo público haya respondido en alguna etapa, aquí verás cómo la ve junto a los clientes.',
  },
  retention: {
    title: 'Quién vuelve y cómo cambia de opinión',
    note: 'De las personas que se pueden distinguir (con seudónimo o verificadas), de un mes natural al siguiente: según lo que las hace su último NPS del mes. A quien no vuelve puede que simplemente no se le haya vuelto a preguntar.',
    months: 'Mes',
    total: (months, text) => (months === 1 ? 'El único mes completo' : `Los ${text} meses completos`),
    notOver: 'aún se está contando',
    notOverNote:
      'Falta contar a parte de quienes vuelven: tiene que terminar el mes siguiente, y una semana más para las respuestas tardías.',
    returned: (share, low, high, people, text) =>
      `El ${share} de ${people === 1 ? 'una persona' : `${text} personas`} volvió a responder el mes siguiente (entre ${low} y ${high}).`,
    returnedFew: (people, text) => `${people === 1 ? 'Una persona' : `${text} personas`}: muy pocas para decir cuántas vuelven.`,
    won: (share, low, high) => `De los detractores que volvieron a opinar, el ${share} ahora son promotores (entre ${low} y ${high}).`,
    lost: (share, low, high) => `De los promotores que volvieron a opinar, el ${share} ahora son detractores (entre ${low} y ${high}).`,
    classes: { detractor: 'Detractores', passive: 'Pasivos', promoter: 'Promotores', none: 'Sin NPS' },
    destinations: {
      detractor: 'Detractores',
      passive: 'Pasivos',
      promoter: 'Promotores',
      none: 'Vuelven, sin NPS',
      away: 'No vuelven',
    },
    thisMonth: 'En un mes',
    nextMonth: 'En el siguiente',
    flow: (people, text) =>
      `Dónde ${people === 1 ? 'está una persona' : `están ${text} personas`} de un mes en el siguiente, por clase. Los números están en la tabla de abajo.`,
    band: (people, text, from, to) => `${people === 1 ? 'Una persona' : `${text} personas`}: ${from} → ${to}`,
    table: 'Los números en una tabla',
    columns: { from: 'En un mes', people: 'Personas', returned: 'Vuelven' },
    migratedTo: (name) => `después ${name.toLowerCase()}`,
    tooFew: 'menos de 30 personas',
    sampled: (share) => `Respondió tanta gente que se miró al ${share}, elegido al azar.`,
    pending: (months) => `Sin contar todavía: ${months}. Se hace cada noche.`,
    count: 'Contarlos ahora',
    counting: 'Contando…',
    counted: (months) => `Contados: ${months}.`,
    countedNothing:
      'No se ha contado nada: un mes que se empezó a contar en los últimos diez minutos se deja en paz. Prueba otra vez después.',
    empty: {
      title: 'Todavía no se ha contado ningún mes',
      text: 'Quién vuelve se cuenta de noche, mes a mes, cuando el mes ha terminado. Si se han importado respuestas, se pueden contar ahora.',
    },
    nobody: {
      title: 'Todavía no se puede distinguir a nadie',
      text: 'Una visita anónima no puede volver. Da al widget un identificador seudónimo, o haz que tu servidor firme quién responde: entonces verás quién volvió y quién cambió de opinión, sin guardar quién es nadie.',
    },
  },
  moments: {
    title: 'Qué va de la mano de la recomendación',
    note: (months) =>
      `Si las mismas personas que están contentas aquí también te recomiendan, de ${months}: 0 es ninguna relación; 1, el mismo orden. Es una relación, no una causa.`,
    notCounted: 'Los meses de este periodo todavía no se han contado.',
    people: (count, text) => (count === 1 ? 'una persona' : `${text} personas`),
    value: (tau, low, high) => `${tau} (entre ${low} y ${high})`,
    verdicts: {
      derived: 'Va de la mano de la recomendación, sin duda.',
      open: 'No se distingue de no tener relación.',
      alike: 'Todas dijeron lo mismo, así que nada se mueve.',
      few: 'Muy poca gente respondió a ambas; hacen falta 30 personas.',
    },
    declared: 'lo llamas momento de la verdad',
    against: '−1, al revés',
    apart: '0, ninguna relación',
    together: '1, el mismo orden',
    empty: {
      title: 'Todavía nadie ha respondido aquí y además ha recomendado',
      text: 'Cuando la misma persona responde en un punto de contacto y a un NPS en cualquier otro dentro de un mes, se pueden comparar. Para eso hay que poder distinguir a las personas y preguntar un NPS.',
    },
  },
  ends: { worst: 'todo malo', best: 'todo bueno' },
}
