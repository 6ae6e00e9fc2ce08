import type { InstallWords } from './words.ts'

export const es: InstallWords = {
  title: 'Pon Pulso en tus páginas',
  lead: (site) => `Tres pasos, y la primera respuesta a ${site} aparece aquí.`,
  steps: {
    choose: 'Elige dónde preguntas',
    paste: 'Pega esto en tu página',
    answer: 'Abre la página y responde',
  },
  touchpoint: 'Punto de contacto',
  noQuestion: 'aún sin pregunta',
  way: 'Cuándo',
  ways: { reach: 'Al llegar hasta ahí', ask: 'Ahora mismo, para probar' },
  wayNotes: {
    reach: 'La pregunta decide según sus reglas si sale: por ejemplo, no se repite tras una respuesta.',
    ask: 'Sale en cada visita, digan lo que digan las reglas. Vale para probar, no para quedarse.',
  },
  asks: (question) => `Pregunta: «${question}»`,
  asksNothing: 'Aquí todavía no se pregunta nada. Ponle antes una pregunta:',
  toPrompts: 'Preguntas',
  tabs: 'Formas de instalarlo',
  tabNames: { gtm: 'Gestor de etiquetas', csp: 'Seguridad (CSP)' },
  notes: {
    script: 'Antes de cerrar el head o el body, en cada página donde preguntas. La segunda parte dice dónde está quien te visita.',
    npmFirst: 'En tu proyecto:',
    npm: 'Se puede importar en un servidor: allí no hace nada. Mientras el paquete no esté publicado: npm install /ruta/a/pulso/packages/widget.',
    react:
      'Pon el componente en el lugar al que ha llegado quien te visita. Para una pregunta dentro de la página está PulsoPrompt, en el mismo paquete.',
    gtm: 'Como etiqueta HTML personalizada, en las páginas donde preguntas. Es JavaScript del de siempre, como lo quieren los gestores.',
    csp: '¿Tu sitio envía una Content-Security-Policy? Añádele esto. No hace falta nada más: ni estilos en línea ni unsafe alguno, y los Trusted Types pueden seguir activos.',
    cspInline: 'La llamada del punto de contacto es un script en línea: ponle tu nonce o llévala a un archivo tuyo.',
    pinned:
      'Si el navegador debe comprobar el script por su huella, usa esta etiqueta en su lugar. Cámbiala con cada actualización de Pulso.',
  },
  answerNote:
    'Vuelve a cargar la página y espera un momento. Si no sale nada, añade ?pulso_debug=1 a su dirección: la propia página dirá por qué.',
  status: {
    waiting: 'Esperando la primera respuesta…',
    waitingNote: 'Esto avanza por sí solo.',
    test: 'Ha llegado una respuesta de prueba',
    testNote: 'Todo funciona. Falta la primera respuesta que cuente.',
    arrived: 'Ya está la primera respuesta',
    arrivedNote: 'Ya cuenta. A partir de ahora las puntuaciones se mueven por sí solas.',
    running: 'Pulso está en marcha',
    runningNote: (day) => `La primera respuesta llegó el ${day}.`,
    quiet: 'Ya hay respuestas',
    quietNote: (day) =>
      `La primera es del ${day}. Ninguna página ha cargado el script en las últimas cuatro semanas: ¿está en tus páginas?`,
    newest: 'La respuesta más reciente',
    toJourney: 'Verla en el recorrido',
  },
  seen: {
    title: 'Visto hasta ahora',
    script: 'Script cargado',
    scriptBy: (origin, when) => `por ${origin}, ${when}`,
    scriptUnknown: (when) => `por una página que no dice su dirección, ${when}`,
    never: 'por ninguna página todavía',
    reached: 'Llegadas a un punto de contacto',
    asked: 'Preguntas mostradas',
    answered: 'Respuestas',
    ofToday: 'Hoy y ayer, pruebas incluidas',
  },
  send: {
    title: 'Prueba el camino de vuelta',
    text: 'Envía una respuesta real por la misma puerta que las de tus visitantes, marcada como prueba: no cuenta en ninguna puntuación.',
    button: 'Enviar una respuesta de prueba',
    sending: 'Enviando…',
    stored: (ms) => `Guardada en ${ms} milisegundos, aparte, como prueba.`,
    comment: 'Una prueba desde el panel',
    nothing: 'Todavía no hay ninguna pregunta que responder.',
  },
  causes: {
    title: 'Qué lo impide',
    addOrigin: (origin) => `Aceptar respuestas de ${origin}`,
    onlyOrigin: (origin) => `Aceptar respuestas de ${origin}, y de ninguna otra dirección`,
    added: (origin) => `Las respuestas de ${origin} cuentan desde ahora. Abre la página otra vez.`,
    origin: {
      title: (origin) => `${origin} no es una de tus direcciones`,
      refused:
        'Una página de allí envió respuestas y se rechazaron. ¿Es tuya? Añádela: las respuestas esperan en los dispositivos y llegan con la página siguiente.',
      wouldBe: 'Una página de allí carga tu script, pero sus respuestas se rechazarían. ¿Es tuya? Añádela.',
    },
    file: {
      title: 'Un archivo abierto desde el disco no tiene dirección',
      text: 'La página envió una respuesta y se rechazó, porque los navegadores no dicen de dónde viene una página así. Sirve la carpeta, por ejemplo con npx serve, y abre http://localhost:3000. O acepta esas respuestas mientras pruebas; la rechazada llega por sí sola cuando vuelves a abrir el archivo:',
    },
    takeFiles: 'Aceptar respuestas de archivos',
    filesTaken:
      'Las respuestas de archivos cuentan desde ahora. Cualquiera puede hacer una página así: desactívalo antes de publicar. Abre la página otra vez.',
    refused: {
      'challenge-required': {
        title: 'Llegaron respuestas sin el reto superado',
        text: 'Este sitio solo acepta respuestas con un token de Turnstile. La página tiene que darlo: configure({ challenge }).',
      },
      'invalid-respondent': {
        title: 'Llegaron respuestas de personas que el sitio no avala',
        text: 'Este sitio solo acepta respuestas de personas verificadas. La página tiene que dar su token: configure({ respondent }).',
      },
      'unknown-prompt': {
        title: 'Una página pide una pregunta que este sitio no tiene',
        text: 'Puede que el identificador esté mal escrito o sea de otro sitio. Copia el código otra vez.',
      },
      'invalid-response': {
        title: 'Llegaron respuestas que no se pueden guardar así',
        text: 'Puede que la página lleve una copia antigua del widget o fabrique las respuestas por su cuenta. Cárgala de nuevo, sin caché.',
      },
    },
    at: (origin) => `Visto en ${origin}.`,
    quarantine: {
      title: (count) => (count === 1 ? 'Se ha apartado 1 respuesta' : `Se han apartado ${count} respuestas`),
      text: 'Parecen dadas por un programa. Las páginas que maneja una herramienta de pruebas también lo parecen.',
    },
    local: {
      title: (origin) => `Lo que llega de ${origin} es una prueba`,
      somewhere: 'Hasta ahora solo han llegado pruebas',
      answered:
        'Las respuestas de páginas locales, y las que se envían desde aquí, se guardan y se muestran aparte, sin puntuar. Una página local cuenta cuando el sitio nombra su dirección.',
      loaded:
        'Una página local ha cargado el script. Sus respuestas se guardan y se muestran aparte, sin puntuar, hasta que el sitio nombre su dirección.',
    },
    unmapped: {
      title: 'Las páginas nombran un punto de contacto que el recorrido no tiene',
      text: 'Puede que la clave de la llamada esté mal escrita. Usa la del paso 1 o añádela al recorrido.',
    },
    heldBack: { title: 'Tu página llega, pero no se pregunta nada', text: 'El widget dice por qué:' },
    times: (count) => `${count} veces`,
    unanswered: {
      title: (count) => (count === 1 ? 'Se mostró una pregunta' : `Se mostraron ${count} preguntas`),
      text: 'Nadie ha respondido todavía. Basta un toque.',
    },
    consent: {
      title: 'La página tiene que pedir antes el consentimiento',
      text: "Este sitio no pregunta nada antes de que la persona acepte. Cuando lo hace, la página llama a pulso.consent('granted').",
    },
    silent: {
      title: 'El script está cargado, pero no ha vuelto nada',
      text: 'Los recuentos llegan al dejar la página: cambia una vez de pestaña. Si no sirve:',
      checks: [
        '¿Está en la página la llamada del paso 2, con el punto de contacto?',
        'Pulsa F12 y mira la consola. «Refused to connect … Content Security Policy» quiere decir que hay que ampliar connect-src: mira la pestaña Seguridad (CSP).',
        'Un bloqueador de anuncios puede retener lo que envía la página. Prueba en una ventana privada sin extensiones.',
      ],
    },
    hostIsHere:
      'Este Pulso está en tu propio equipo, y solo llegan hasta él las páginas del mismo equipo. Para una página de internet, lleva también Pulso allí: npm run deploy.',
    neverLoaded: {
      title: 'Ninguna página ha cargado el script todavía',
      text: 'No nos ha llegado nada con la clave de este sitio. Mira esto, en este orden:',
      checks: [
        '¿Has guardado, publicado y vuelto a cargar la página?',
        '¿Termina la dirección del script exactamente así?',
        '¿Empieza así, y llegan hasta ahí los navegadores de tus visitantes?',
        'Pulsa F12 y mira la consola. «Refused to load … Content Security Policy» quiere decir que hay que ampliar script-src: mira la pestaña Seguridad (CSP).',
        'Un bloqueador de anuncios puede parar el script. Prueba en una ventana privada sin extensiones.',
      ],
    },
    remedies: {
      seen: 'Ya la has visto en este navegador. Abre la página en una ventana privada o elige «Ahora mismo, para probar» en el paso 1.',
      sample: 'Solo se pregunta a una parte de las visitas. Elige «Ahora mismo, para probar» en el paso 1 o sube esa parte en la pregunta.',
      consent: "La persona no ha aceptado todavía: la página llama a pulso.consent('granted') cuando lo hace.",
      'no-prompt': 'En este punto de contacto no se pregunta nada: elige otro en el paso 1 o ponle una pregunta.',
      load: 'La parte que pregunta no se pudo cargar. Mira la consola (F12): una política de seguridad o un bloqueador lo dicen ahí.',
      rules: 'Una regla de la pregunta la aparta de esta página o de esta visita. Las reglas están en la pregunta.',
      quota: 'La pregunta ya tiene las respuestas que quería. El límite está en la pregunta.',
      wait: 'Está en camino, o salió antes otra pregunta. Quédate un momento en la página.',
    },
  },
  pasted: {
    label: 'Compáralo con tu página',
    hint: 'Pega aquí el código de tu página. No sale de este navegador.',
    wrongKey: (found, right) => `La clave de la página es ${found}. Tiene que ser ${right}.`,
    wrongHost: (found, right) => `El script viene de ${found}. Tiene que venir de ${right}.`,
    findings: {
      'no-script': 'En este texto no hay ningún script de Pulso.',
      asleep: 'El script está dentro de un comentario o escrito como texto, donde no se ejecuta nada.',
      'no-call':
        'La clave y la dirección están bien. Falta la llamada que dice dónde está quien te visita: copia las dos partes del paso 2.',
      fine: 'La clave, la dirección y la llamada están bien. Algo impide que el navegador lo cargue: mira los puntos de arriba.',
    },
  },
  failure: 'Esta página no puede preguntar a Pulso ahora mismo. Sigue intentándolo.',
}
