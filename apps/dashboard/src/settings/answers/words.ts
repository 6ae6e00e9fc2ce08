import type { Language } from '../../preferences.ts'

interface AnswersWords {
  origins: {
    title: string
    text: string
    label: (place: number) => string
    add: string
    remove: (origin: string) => string
    none: string
    wildcard: string
    faults: Record<'shape' | 'scheme' | 'wildcard' | 'twice', string>
    local: string
    nullOrigin: { name: string; hint: string }
  }
  consent: { title: string; options: Record<'not-required' | 'required' | 'pending', { name: string; hint: string }> }
  budget: {
    title: string
    text: string
    on: string
    showings: string
    days: string
    fault: string
    inWords: (showings: number, days: number) => string
  }
  respondents: {
    title: string
    text: string
    options: Record<'any' | 'verified', { name: string; hint: string }>
    keys: string
    keysText: string
    noKeys: string
    made: (when: string) => string
    make: string
    makeEnds: string
    end: (id: string) => string
    endTitle: string
    endText: string
    endDo: string
    secret: string
    secretText: string
    waves: string
  }
  stuffing: { title: string; text: string; label: string; hint: string; fault: string }
  retention: {
    title: string
    text: string
    on: string
    days: string
    fault: string
    cutoff: (day: string) => string
    confirmTitle: string
    confirmText: (day: string, days: number) => string
    confirmCount: (count: string) => string
    confirmNone: string
    confirmUnknown: string
    counting: string
    confirmStays: string
    confirmDo: string
  }
  fields: Record<'origins' | 'nullOrigin' | 'consent' | 'budget' | 'respondents' | 'networkAnswersPerHour' | 'retentionDays', string>
}

const en: AnswersWords = {
  origins: {
    title: 'Pages whose answers count',
    text: 'The origins of your pages: scheme and host, nothing after. While the list is empty every public page may answer, and answers from local pages are test traffic, apart from all scores. A local origin that stands here counts.',
    label: (place) => `Origin ${place}`,
    add: 'Add an origin',
    remove: (origin) => `Remove ${origin}`,
    none: 'None: answers from every public page count.',
    wildcard: 'https://*.example.com means every page below example.com, and not example.com itself.',
    faults: {
      shape: 'Write scheme and host alone, such as https://shop.example: no path, no slash at the end.',
      scheme: 'Begin with https:// (or http:// for a page without a certificate).',
      wildcard: 'A * stands for whole names before a host of two parts, as in https://*.shop.example.',
      twice: 'This one is in the list already.',
    },
    local: 'A local page: because it stands here, its answers count like any other.',
    nullOrigin: {
      name: 'Also pages without an origin',
      hint: 'Files and sandboxed frames. Anybody can make such a page, so only where you need it.',
    },
  },
  consent: {
    title: 'Consent',
    options: {
      'not-required': {
        name: 'Not needed',
        hint: 'Pulso asks at once. It sets no cookie and keeps no address; the device remembers only when it was asked.',
      },
      required: {
        name: 'Needed',
        hint: "Nothing is asked or kept until your page says that the visitor agrees: pulso.consent('granted').",
      },
      pending: {
        name: 'Needed, and not lost meanwhile',
        hint: 'The same; but once the visitor agrees, what they reached on this page before is asked about.',
      },
    },
  },
  budget: {
    title: 'Budget',
    text: 'How often one visitor is asked in all, whatever the prompts say by themselves.',
    on: 'Keep to a budget',
    showings: 'Prompts',
    days: 'in days',
    fault: 'Use 1 to 20 prompts in 0 to 3650 days.',
    inWords: (showings, days) =>
      `Nobody is asked more than ${showings === 1 ? 'once' : `${showings} times`} in ${days} ${days === 1 ? 'day' : 'days'}.`,
  },
  respondents: {
    title: 'Who answers',
    text: 'Your own server can vouch for who somebody is. Then one person has one answer to a prompt in each wave, and a later one revises it.',
    options: {
      any: { name: 'Everybody', hint: 'Anonymous visitors too. Verified answers are counted apart from them.' },
      verified: {
        name: 'Verified people only',
        hint: 'An answer without a token of your server is refused. Your pages must give Pulso a token before you save this.',
      },
    },
    keys: 'Keys that sign for people',
    keysText: 'Your server signs short tokens with one of these. Two can be live, so that one replaces the other without a gap.',
    noKeys: 'There is none yet, so nobody is verified.',
    made: (when) => `made ${when}`,
    make: 'Make a key',
    makeEnds: 'The older of the two ends with it.',
    end: (id) => `End the key ${id}`,
    endTitle: 'End this key?',
    endText:
      'At once: answers on their way with its tokens are refused, and people are unverified until your server signs with another one.',
    endDo: 'End the key',
    secret: 'The new key’s secret',
    secretText: 'Copy it to your server now: it is shown this once, and kept nowhere that could show it again.',
    waves: 'How long a wave is, a month or a year, each prompt says for itself.',
  },
  stuffing: {
    title: 'Stuffed ballots',
    text: 'What looks as if one place answered for a crowd goes into quarantine: it moves no score until somebody releases it.',
    label: 'Answers to one prompt, from one network, in an hour',
    hint: 'From this many on they look stuffed. 0 is never, as for a kiosk.',
    fault: 'Use a whole number from 0 to 100,000.',
  },
  retention: {
    title: 'How long answers are kept',
    text: 'When an answer is deleted its comment and everything about it are gone; what it counted stays in the scores.',
    on: 'Delete answers after a time',
    days: 'Days',
    fault: 'Use a whole number from 8 to 3650.',
    cutoff: (day) => `That is: what was answered before ${day} goes, and every night one day more.`,
    confirmTitle: 'Delete old answers for good?',
    confirmText: (day, days) =>
      `Tonight every answer from before ${day} is deleted, and from then on each that becomes ${days} days old. Nobody can bring them back.`,
    confirmCount: (count) => `At the moment these are at most ${count}, answered or only shown.`,
    confirmNone: 'At the moment there is none that old.',
    confirmUnknown: 'How many these are could not be read.',
    counting: 'Counting what that is…',
    confirmStays: 'Scores stay as they are. Export the answers first if somebody may want the comments.',
    confirmDo: 'Delete from tonight on',
  },
  fields: {
    origins: 'pages whose answers count',
    nullOrigin: 'pages without an origin',
    consent: 'consent',
    budget: 'budget',
    respondents: 'who answers',
    networkAnswersPerHour: 'stuffed ballots',
    retentionDays: 'how long answers are kept',
  },
}

const es: AnswersWords = {
  origins: {
    title: 'Páginas cuyas respuestas cuentan',
    text: 'Los orígenes de tus páginas: esquema y servidor, nada más. Con la lista vacía puede responder cualquier página pública, y lo que llega de páginas locales es tráfico de prueba, aparte de las puntuaciones. Un origen local que esté aquí cuenta.',
    label: (place) => `Origen ${place}`,
    add: 'Añadir un origen',
    remove: (origin) => `Quitar ${origin}`,
    none: 'Ninguno: cuentan las respuestas de cualquier página pública.',
    wildcard: 'https://*.example.com son todas las páginas por debajo de example.com, pero no example.com.',
    faults: {
      shape: 'Escribe solo esquema y servidor, como https://tienda.example: sin ruta ni barra final.',
      scheme: 'Empieza por https:// (o http:// si la página no tiene certificado).',
      wildcard: 'El * sustituye nombres enteros delante de un dominio de dos partes, como en https://*.tienda.example.',
      twice: 'Este ya está en la lista.',
    },
    local: 'Es una página local: como está aquí, sus respuestas cuentan como las demás.',
    nullOrigin: {
      name: 'También páginas sin origen',
      hint: 'Archivos y marcos aislados. Cualquiera puede hacer una página así: actívalo solo si te hace falta.',
    },
  },
  consent: {
    title: 'Consentimiento',
    options: {
      'not-required': {
        name: 'No hace falta',
        hint: 'Se pregunta sin esperar. Pulso no pone cookies ni guarda direcciones; el dispositivo solo recuerda cuándo se le preguntó.',
      },
      required: {
        name: 'Hace falta',
        hint: "No se pregunta ni se guarda nada hasta que tu página diga que la persona acepta: pulso.consent('granted').",
      },
      pending: {
        name: 'Hace falta, sin perder lo anterior',
        hint: 'Igual; pero, cuando la persona acepta, se pregunta también por lo que alcanzó antes en esa página.',
      },
    },
  },
  budget: {
    title: 'Límite por persona',
    text: 'Cuántas veces se pregunta a una misma persona en total, digan lo que digan las preguntas por separado.',
    on: 'Poner un límite',
    showings: 'Preguntas',
    days: 'en días',
    fault: 'Usa de 1 a 20 preguntas en 0 a 3650 días.',
    inWords: (showings, days) =>
      `A nadie se le pregunta más de ${showings === 1 ? 'una vez' : `${showings} veces`} en ${days} ${days === 1 ? 'día' : 'días'}.`,
  },
  respondents: {
    title: 'Quién responde',
    text: 'Tu propio servidor puede dar fe de quién es cada persona. Entonces cada una tiene una sola respuesta por pregunta y periodo, y la siguiente la corrige.',
    options: {
      any: { name: 'Todo el mundo', hint: 'También visitantes anónimos. Las respuestas verificadas se cuentan aparte.' },
      verified: {
        name: 'Solo personas verificadas',
        hint: 'Se rechaza toda respuesta sin un token de tu servidor. Antes de guardar esto, tus páginas tienen que dárselo a Pulso.',
      },
    },
    keys: 'Claves que dan fe de las personas',
    keysText:
      'Tu servidor firma con una de ellas tokens de corta duración. Puede haber dos activas, para sustituir una por otra sin cortes.',
    noKeys: 'Todavía no hay ninguna, así que nadie está verificado.',
    made: (when) => `creada el ${when}`,
    make: 'Crear una clave',
    makeEnds: 'La más antigua de las dos deja de valer.',
    end: (id) => `Anular la clave ${id}`,
    endTitle: '¿Anular esta clave?',
    endText:
      'De inmediato: se rechazan las respuestas en camino con sus tokens, y nadie estará verificado hasta que tu servidor firme con otra.',
    endDo: 'Anular la clave',
    secret: 'El secreto de la clave nueva',
    secretText: 'Cópialo ahora en tu servidor: solo se muestra esta vez y no se guarda en ningún lugar donde pueda verse.',
    waves: 'Cuánto dura un periodo, un mes o un año, lo dice cada pregunta.',
  },
  stuffing: {
    title: 'Votos en masa',
    text: 'Lo que parece un solo lugar respondiendo por una multitud pasa a cuarentena: no mueve ninguna puntuación hasta que alguien lo acepte.',
    label: 'Respuestas a una pregunta, desde una red, en una hora',
    hint: 'A partir de esa cifra parecen votos en masa. Con 0, nunca: útil en un terminal compartido.',
    fault: 'Usa un número entero de 0 a 100 000.',
  },
  retention: {
    title: 'Cuánto se guardan las respuestas',
    text: 'Al borrar una respuesta desaparecen su comentario y todo lo demás; lo que contó se queda en las puntuaciones.',
    on: 'Borrar las respuestas pasado un tiempo',
    days: 'Días',
    fault: 'Usa un número entero de 8 a 3650.',
    cutoff: (day) => `Es decir: se borra lo respondido antes del ${day} y, cada noche, un día más.`,
    confirmTitle: '¿Borrar para siempre las respuestas antiguas?',
    confirmText: (day, days) =>
      `Esta noche se borran todas las respuestas anteriores al ${day} y, desde entonces, cada una que cumpla ${days} días. Nadie podrá recuperarlas.`,
    confirmCount: (count) => `Ahora mismo son, como máximo, ${count}, respondidas o solo mostradas.`,
    confirmNone: 'Ahora mismo no hay ninguna tan antigua.',
    confirmUnknown: 'No se ha podido leer cuántas son.',
    counting: 'Contando cuántas son…',
    confirmStays: 'Las puntuaciones se quedan como están. Exporta antes las respuestas si alguien puede querer los comentarios.',
    confirmDo: 'Borrar desde esta noche',
  },
  fields: {
    origins: 'las páginas cuyas respuestas cuentan',
    nullOrigin: 'las páginas sin origen',
    consent: 'el consentimiento',
    budget: 'el límite por persona',
    respondents: 'quién responde',
    networkAnswersPerHour: 'los votos en masa',
    retentionDays: 'cuánto se guardan las respuestas',
  },
}

export const answersWords = { en, es } satisfies Record<Language, AnswersWords>
