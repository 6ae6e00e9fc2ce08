import type { Words } from './words.ts'

export const es: Words = {
  skipToContent: 'Saltar al contenido',
  nav: {
    label: 'Partes de este sitio',
    sections: { journey: 'Recorrido', responses: 'Respuestas', prompts: 'Preguntas', ecosystem: 'Ecosistema', settings: 'Ajustes' },
  },
  connectionPaused: 'En pausa',
  pause: 'Detener los números',
  goOn: 'Dejar que los números se muevan otra vez',
  reload: 'Recargar',
  pageMissing: {
    title: 'No se ha podido traer esta página',
    text: 'Puede que Pulso se haya actualizado desde que abriste esta pestaña, o que no tengas conexión. Recarga para tener la más reciente.',
  },
  overtaken: {
    title: 'Alguien ha guardado en el mismo momento',
    text: 'De lo tuyo no se ha guardado nada. Mira cómo está ahora y prueba otra vez.',
  },
  failures: {
    'signed-out': {
      title: 'Tu sesión ha terminado',
      text: 'Abre un enlace de acceso nuevo; lo que has escrito aquí sigue en esta pestaña.',
    },
    missing: {
      title: 'No existe o no es tuyo',
      text: 'Puede que se haya quitado o que tu acceso no llegue hasta aquí. Pregunta a quien te invitó.',
    },
    refused: { title: 'No se ha aceptado', text: 'No ha cambiado nada. Mira lo que está marcado y prueba otra vez.' },
    broken: { title: 'Pulso ha tropezado', text: 'No ha cambiado nada. Prueba otra vez; si sigue igual, mira su registro.' },
    unreachable: { title: 'Pulso no responde', text: 'Comprueba que tienes conexión y que sigue en marcha; después prueba otra vez.' },
  },
  controls: {
    undo: 'Deshacer',
    close: 'Cerrar',
    cancel: 'Cancelar',
    save: 'Guardar',
    saving: 'Guardando…',
    discard: 'Descartar',
    unsaved: 'Hay cambios sin guardar.',
    leaveUnsaved: 'Hay cambios sin guardar. ¿Quieres salir y perderlos?',
    keys: 'Atajos de teclado',
    showKeys: 'Mostrar estos atajos',
    keyNames: {
      ArrowLeft: '←',
      ArrowRight: '→',
      ArrowUp: '↑',
      ArrowDown: '↓',
      Escape: 'Esc',
      Enter: 'Intro',
      ' ': 'Espacio',
    },
  },
  loading: 'Leyendo las puntuaciones…',
  tryAgain: 'Probar otra vez',
  signIn: {
    checking: 'Abriendo tu sesión…',
    signedOut: {
      never: {
        title: 'Entra con un enlace',
        text: 'Aquí no hay contraseñas: un enlace abre el panel una vez y después este navegador se recuerda.',
      },
      'link-spent': {
        title: 'Este enlace ya se usó o ha caducado',
        text: 'Un enlace de entrada sirve una sola vez y por poco tiempo. Pide uno nuevo.',
      },
      left: { title: 'Has cerrado la sesión', text: 'Este navegador ya no tiene acceso. Para volver, usa un enlace nuevo.' },
    },
    unreachable: {
      title: 'Pulso no responde',
      text: 'Mira si sigue en marcha y si tienes conexión; después prueba otra vez. No se pierde nada.',
    },
    stays: 'Lo que has escrito aquí sigue en esta pestaña: abre el enlace en otra y vuelve.',
    howTo: 'Para tener un enlace nuevo, ejecuta esto otra vez donde está instalado Pulso y abre la dirección del panel que muestra:',
  },
  unknownPage: {
    title: 'En esta dirección no hay nada',
    text: 'Puede que esté mal escrita o que haya cambiado.',
    goHome: 'Ir al recorrido',
  },
  siteMissing: { title: 'Este sitio no está entre los tuyos', text: 'Puede que haya cambiado de nombre o que te falte una invitación.' },
  siteUnreachable: {
    title: 'Ahora no se pueden leer las puntuaciones',
    text: 'Pulso no responde. Mira si sigue en marcha; esta página sigue probando por su cuenta.',
  },
  siteBroken: {
    title: 'Pulso ha dado una respuesta que aquí no se entiende',
    text: 'Puede que se acabe de actualizar: recarga esta página. Si no sirve, mira su registro.',
  },
  topBar: {
    site: 'Sitio',
    newSite: 'Sitio nuevo…',
    range: 'Periodo',
    ranges: {
      7: { short: '7 d', long: 'últimos 7 días' },
      30: { short: '30 d', long: 'últimos 30 días' },
      90: { short: '90 d', long: 'últimos 90 días' },
      365: { short: '1 año', long: 'último año' },
    },
    preferences: 'Preferencias',
    language: 'Idioma',
    theme: 'Tema',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    shortcuts: 'Atajos de una tecla',
    shortcutsNote: '? muestra los de cada página.',
    signOut: 'Cerrar sesión',
  },
  connection: { connecting: 'Conectando…', live: 'En directo', reconnecting: 'Reconectando…', offline: 'Sin conexión' },
  numbersFrom: (clock) => `Datos de las ${clock}`,
  demo: (count, text) =>
    count === 1
      ? `Este sitio guarda ${text} pregunta de ejemplo, respondida o solo mostrada, mezclada en estas puntuaciones.`
      : `Este sitio guarda ${text} preguntas de ejemplo, respondidas o solo mostradas, mezcladas en estas puntuaciones.`,
  demoRemove: 'Quitarlas',
  otherLanes: {
    test: (count, text) =>
      `${text} ${count === 1 ? 'respuesta' : 'respuestas'} de prueba en este periodo, aparte de todas las puntuaciones.`,
    production: (count, text) =>
      `${text} ${count === 1 ? 'respuesta' : 'respuestas'} de visitantes sin verificar en este periodo, fuera de estas puntuaciones.`,
    verified: (count, text) =>
      `${text} ${count === 1 ? 'respuesta verificada' : 'respuestas verificadas'} en este periodo, fuera de estas puntuaciones.`,
    quarantine: (count, text) =>
      `${text} ${count === 1 ? 'respuesta' : 'respuestas'} en cuarentena en este periodo, fuera de estas puntuaciones.`,
  },
  overview: {
    title: 'De un vistazo',
    nps: 'Recomendación (NPS)',
    npsPooled: (touchpoints) => `Suma de ${touchpoints} puntos de contacto`,
    npsInWords: (site, promoters, detractors) =>
      `De cada 100 personas, ${promoters} ${promoters === 1 ? 'recomienda' : 'recomiendan'} ${site} con gusto (9\u00a0o\u00a010) y ${detractors} ${detractors === 1 ? 'es crítica' : 'son críticas'} (de\u00a00\u00a0a\u00a06).`,
    npsInWordsOfOthers: (promoters, detractors) =>
      `De cada 100 personas que respondieron, ${promoters} ${promoters === 1 ? 'es promotora' : 'son promotoras'} (9\u00a0o\u00a010) y ${detractors} ${detractors === 1 ? 'es crítica' : 'son críticas'} (de\u00a00\u00a0a\u00a06).`,
    npsTooFew: (answers, enough) =>
      `Hasta ahora ${answers === 1 ? 'ha respondido una persona' : `han respondido ${answers} personas`}. A partir de ${enough}, esta puntuación sirve para decidir.`,
    npsNotAsked: 'En este periodo ningún punto de contacto ha preguntado por la recomendación.',
    answers: 'Respuestas',
    answersNote: (shown, comments) => `de ${shown} mostradas · ${comments} con comentario`,
    responseRate: 'Tasa de respuesta',
    responseRateNote: 'de las personas a quienes se preguntó',
    sure: (low, high) => `95 % de confianza: entre ${low} y ${high}`,
  },
  journey: {
    title: 'El recorrido',
    phases: { before: 'Antes', during: 'Durante', after: 'Después' },
    stageIsEmpty: 'En esta etapa todavía no se pregunta a nadie.',
    unmapped: 'Todavía fuera del mapa',
    unmappedNote: 'Respuestas de puntos de contacto que el recorrido no nombra. Añádelos al recorrido para darles su lugar.',
    unmappedKeys: 'Las páginas los llaman:',
    legend: 'Cómo se leen las barras',
    legendTones: { worst: 'Descontento', middle: 'Término medio', best: 'Contento' },
    legendMargin: 'Puntuación con su intervalo del 95 %',
    legendTarget: 'Objetivo',
  },
  findings: {
    title: 'Qué mejorar primero',
    nothing: 'Ningún punto de contacto está por debajo de su estándar en este periodo.',
    noStandards:
      'Ningún punto de contacto tiene un estándar todavía. Da una puntuación objetivo a los importantes en el mapa, y aquí dirá por dónde empezar.',
    certain: 'sin duda',
    uncertain: 'aún no es seguro',
    below: (kind, score, target) => `${kind}: ${score}, su estándar es ${target}.`,
    reach: {
      reached: (count, text) => `${text} ${count === 1 ? 'visita pasó' : 'visitas pasaron'} por aquí.`,
      shown: (count, text) => `Se preguntó ${text} ${count === 1 ? 'vez' : 'veces'}.`,
    },
    sure: (percent) => `Seguridad de que está por debajo: ${percent}.`,
    betterSince: (day) => `De nuevo más alta desde el ${day}: quizá ya esté resuelto.`,
    changes: 'Qué ha cambiado',
    since: (day) => `desde el ${day}`,
    lower: (kind) => `${kind}: más baja que antes.`,
    higher: (kind) => `${kind}: más alta que antes.`,
    by: (points, least, most) => `La diferencia es de ${points} puntos; con un 95 % de confianza, entre ${least} y ${most}.`,
    near: (releases) => `Cerca en el tiempo: ${releases}.`,
  },
  touchpoint: {
    momentOfTruth: 'Momento de la verdad',
    momentOfTruthNote: 'Un contacto que decide lo que la gente piensa del conjunto.',
    channels: { digital: 'Digital', physical: 'Físico', personal: 'En persona' },
    noAnswers: 'Sin respuestas todavía',
    neverShown: 'Aquí no se ha preguntado a nadie en este periodo.',
    notEnough: 'Datos insuficientes',
    answers: (count, text) => `${text} ${count === 1 ? 'respuesta' : 'respuestas'}`,
    target: (target) => `Objetivo ${target}`,
    verdicts: { met: 'cumplido', missed: 'no llega', open: 'por ver' },
    asking: {
      blind: (share) => `Pregunta al ${share} de las visitas: aún hay muy pocas respuestas para juzgar.`,
      'not-met': (share, margin) => `Pregunta al ${share} de las visitas: la puntuación aún no es tan precisa como ±${margin}.`,
      met: (share, margin) => `Pregunta al ${share} de las visitas: así se mantiene una precisión de ±${margin}.`,
      watching: (share, margin) => `Pregunta al ${share} de las visitas: ya es más precisa que ±${margin}, y un cambio se sigue notando.`,
    },
    reached: 'Pasaron por aquí',
    eligible: 'Se podía preguntar',
    reachInPart: 'No se dice cuánta gente pasó: solo se contó en una parte de estas respuestas.',
    shown: 'Mostradas',
    answered: 'Respondidas',
    completed: 'Terminadas',
    heldBack: 'Por qué no se preguntó',
    heldBackColumn: 'Motivo',
    dropped: (count, text) =>
      count === 1 ? 'Una respuesta se perdió antes de llegar.' : `${text} respuestas se perdieron antes de llegar.`,
    timesColumn: 'Veces',
    inDetail: 'En detalle',
    interval: (low, high) => `Con una confianza del 95 %, la puntuación está entre ${low} y ${high}.`,
    leftOut: (dismissed, unanswered) => `Sin contar: ${dismissed} cerradas, ${unanswered} sin responder.`,
    scoreColumn: 'Respuesta',
    optionColumn: 'Opción',
    answersColumn: 'Personas',
    shareColumn: 'Parte',
    scoreInWords: (name, score, margin) => `${name} ${score}, con un margen de ${margin}`,
    scoreBetween: (name, score, low, high) => `${name} ${score}, entre ${low} y ${high}`,
  },
  kinds: {
    nps: {
      name: 'NPS',
      formula: () =>
        'El porcentaje que responde 9 o 10 menos el porcentaje que responde de 0 a 6, en una escala de 0 a 10. Va de −100 a +100.',
    },
    csat: {
      name: 'Satisfacción',
      formula: (topFrom, scaleMax) => `El porcentaje que responde ${toTop(topFrom, scaleMax)}, en una escala de 1 a ${scaleMax}.`,
    },
    ces: {
      name: 'Facilidad',
      formula: (topFrom, scaleMax) =>
        `El porcentaje al que le resultó fácil: ${toTop(topFrom, scaleMax)}, en una escala de 1 a ${scaleMax}.`,
    },
    emoji: {
      name: 'Ánimo',
      formula: (topFrom, scaleMax) =>
        `El porcentaje que elige ${topFrom === scaleMax ? 'la cara más alegre' : 'una de las dos caras más alegres'} de ${scaleMax}.`,
    },
    thumbs: { name: 'Pulgares', formula: () => 'El porcentaje que elige el pulgar hacia arriba.' },
    stars: {
      name: 'Estrellas',
      formula: (topFrom, scaleMax) => `El porcentaje que da ${toTop(topFrom, scaleMax)} estrellas, de ${scaleMax}.`,
    },
    choice: {
      name: 'Elección',
      formula: () =>
        'Cuántas de las personas que respondieron eligieron cada opción. Una persona puede elegir varias, así que las partes pueden sumar más del 100 %.',
    },
    text: { name: 'Sugerencias', formula: () => 'Cuántas personas escribieron algo. Lo que escribieron está entre los comentarios.' },
  },
  reasons: {
    'no-prompt': 'Aquí no hay ninguna pregunta',
    'not-loaded': 'Las preguntas aún no habían llegado',
    destroyed: 'Pulso estaba apagado en la página',
    consent: 'Faltaba el consentimiento',
    snoozed: 'La página había pedido silencio',
    'after-answered': 'Se respondió hace poco',
    'after-dismissed': 'Se cerró hace poco',
    'after-shown': 'Se mostró hace poco',
    budget: 'Ya se le había preguntado bastante',
    repeat: 'Ya se le preguntó todas las veces que permite la pregunta, o ya respondió',
    quota: 'Ya hay respuestas suficientes',
    grace: 'Visita nueva, sin molestar',
    sample: 'Fuera de la muestra',
    url: 'No en esta página',
    device: 'No en este dispositivo',
    language: 'No en este idioma',
    segment: 'No en este segmento',
    traits: 'No para este tipo de visitante',
    visits: 'No en esta visita',
    cancelled: 'Anulada antes de mostrarse',
    outranked: 'Otra pregunta iba primero',
    'on-screen': 'Había otra pregunta en pantalla',
    'other-tab': 'Otra pestaña estaba preguntando',
    'load-failed': 'No se pudo cargar',
  },
  options: { other: 'Otra', nameless: (place) => `Opción ${place}` },
  thumbs: { down: 'Pulgar abajo', up: 'Pulgar arriba' },
  npsGroups: { worst: 'Detractores', middle: 'Pasivos', best: 'Promotores' },
  tones: { worst: 'muy mal', bad: 'mal', middle: 'regular', good: 'bien', best: 'muy bien' },
  comments: {
    title: 'Últimos comentarios',
    empty: { title: 'Todavía no hay comentarios', text: 'Aparecen aquí por sí solos según los escribe la gente.' },
    older: 'Mostrar comentarios anteriores',
    whole: 'Mostrar el comentario entero',
    scored: (score, scaleMax) => `${score} de ${scaleMax}`,
    sounds: { negative: 'suena negativo', neutral: 'suena mezclado', positive: 'suena positivo' },
    emotions: {
      joy: 'alegría',
      trust: 'confianza',
      surprise: 'sorpresa',
      anger: 'enfado',
      sadness: 'decepción',
      worry: 'preocupación',
    },
    demo: 'ejemplo',
    chose: (options) => `Eligió: ${options}`,
    redacted: {
      email: 'correo',
      phone: 'teléfono',
      card: 'número de tarjeta',
      iban: 'cuenta bancaria',
      id: 'documento de identidad',
      secret: 'secreto',
    },
  },
  exports: { title: 'Descargar todas las respuestas de este periodo:', csv: 'como tabla (CSV)', ndjson: 'para programas (NDJSON)' },
  install: {
    title: 'Haz tu primera pregunta',
    text: 'Estas líneas en la página a la que llega la gente, y las puntuaciones empiezan a moverse aquí por sí solas.',
    go: 'Poner Pulso en tus páginas',
    copy: 'Copiar',
    copied: 'Copiado',
    copyFailed: 'Selecciónalo y cópialo a mano',
    quiet: { title: 'En este periodo no se ha preguntado nada', text: 'Si hay respuestas más antiguas, un periodo más largo las muestra.' },
    wholeYear: 'Mirar el último año',
  },
  news: (answers, touchpoints) => `${answers === 1 ? 'Una respuesta nueva' : `${answers} respuestas nuevas`}: ${touchpoints}.`,
}

/** The answers that count as good: `5`, `4 o 5`, `5, 6 o 7`. */
function toTop(topFrom: number, scaleMax: number): string {
  const below = Array.from({ length: scaleMax - topFrom }, (_, index) => topFrom + index)
  return below.length === 0 ? `${scaleMax}` : `${below.join(', ')} o ${scaleMax}`
}
