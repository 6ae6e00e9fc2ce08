import type { CommentTexts } from './comment-book.ts'

/** What people write at the café in Spanish, by touchpoint and mood. */
export const COMMENTS_ES: CommentTexts = {
  menu: {
    low: [
      'No encuentro los precios hasta entrar en cada café',
      'Buscaba desayunos y solo hay café',
      'Faltan opciones sin lactosa a la vista',
      'En el móvil la carta se me hace larguísima',
      'No pone de dónde viene cada grano',
    ],
    mid: [
      'Echo de menos algo frío para el verano',
      'Me gustaría ver qué lleva cafeína y qué no',
      'Un par de dulces más y perfecto',
      'Unas fotos de las tazas ayudarían',
      'Está bien, aunque esperaba algún té',
    ],
    high: [
      'El cortado de la casa suena buenísimo',
      'Corta y clara, así se decide rápido',
      'Los dibujos son una preciosidad',
      'Por fin una carta que explica qué es un flat white',
      'Me ha llamado la atención el café con naranja',
      'Se entiende todo sin saber de café',
    ],
  },
  choose: {
    low: [
      'No sabía qué tamaño era cuál',
      'La diferencia entre avena y almendra no se explica',
      'He tenido que volver atrás tres veces',
      'No veía el precio final hasta el último paso',
      'Quería dos cafés distintos y me he hecho un lío',
    ],
    mid: [
      'Estaría bien guardar lo de siempre',
      'Con los mililitros al lado sería más fácil',
      'Tardé un poco en ver lo de la leche',
      'Una recomendación para indecisos vendría bien',
      'No encontraba la opción sin azúcar',
    ],
    high: [
      'Tres toques y listo',
      'Me ayudó ver los tamaños dibujados',
      'La leche de avena sin recargo me convenció',
      'La nota de sabor me ayudó a decidir',
      'Clarísimo, incluso para quien no sabe de café',
    ],
  },
  checkout: {
    low: [
      'La página se quedó pensando y no sabía si había pagado',
      'Me rechazó la tarjeta dos veces y a la tercera entró',
      'El botón de pagar no hacía nada en el móvil',
      'Se borró todo el formulario al equivocarme en una cifra',
      'Al final he pagado en la barra',
      'Daba error al poner la caducidad',
      'He tenido que empezar el pedido de cero',
    ],
    mid: [
      'Me pide la tarjeta cada vez',
      'Faltaría poder pagar con Bizum',
      'Lento, pero ha llegado',
      'No quedaba claro si el IVA iba incluido',
      'El teclado tapaba el botón de pagar',
    ],
    high: [
      'Rápido y sin registrarme, gracias',
      'Ni un minuto de la carta al pago',
      'Me gusta que no pidan el teléfono',
      'Todo en una sola pantalla, muy cómodo',
      'Por fin un pago sin sorpresas',
    ],
  },
  pickup: {
    low: [
      'Diez minutos esperando con el pedido listo',
      'Nadie miraba la pantalla y tuve que preguntar',
      'Me dieron el café de otra mesa',
      'Había cola para pagar y para recoger, la misma',
      'Ni un buenos días',
    ],
    mid: [
      'Bien, aunque la música estaba altísima',
      'Un cartel con los números ayudaría',
      'Correcto, pero con prisas',
      'No sabía en qué lado del mostrador esperar',
    ],
    high: [
      'Se acordaban de mi nombre',
      'Listo justo al llegar',
      'Da gusto cómo te reciben por la mañana',
      'Me explicaron de dónde venía el grano',
      'Una sonrisa a las ocho de la mañana vale mucho',
      'Me cambiaron el vaso por uno de loza sin pedirlo',
    ],
  },
  coffee: {
    low: [
      'Llegó templado',
      'Muy amargo, como quemado',
      'Pedí avena y creo que era leche normal',
      'Aguado, parecía otro café',
      'El vaso goteaba por la tapa',
    ],
    mid: [
      'Bueno, pero le falta cuerpo',
      'Un poco más caliente y sería un diez',
      'Rico, aunque la espuma se baja enseguida',
      'Algo ácido para mi gusto',
      'El tamaño pequeño se queda corto',
    ],
    high: [
      'El mejor cortado del barrio',
      'La espuma, de anuncio',
      'Sabe a chocolate sin llevar chocolate',
      'Justo de temperatura',
      'La leche de avena queda cremosísima',
      'Huele que alimenta',
      'Me ha arreglado la mañana',
      'El de filtro de esta semana es una maravilla',
    ],
  },
  terrace: {
    low: ['A mediodía no hay ni una sombra', 'Las mesas cojean', 'Demasiado viento para los vasos de papel'],
    mid: ['Un enchufe por mesa y me quedo a vivir', 'Bonito, pero pocas mesas', 'Faltan unas mantas para la mañana'],
    high: [
      'Las vistas a los tejados son un regalo',
      'Silencio, sol y café',
      'Las plantas dan una sombra estupenda',
      'El mejor rincón para leer',
      'No sabía que existía y ya es mi sitio',
    ],
  },
  help: {
    low: [
      'Escribí hace dos días y nadie contesta',
      'La respuesta era copiada y no iba de lo mío',
      'No encuentro cómo pedir la factura',
      'Me cobraron dos veces y sigo esperando',
      'El horario de la web no es el de la puerta',
      'Pregunto por alérgenos y me mandan a la carta',
      'No hay un teléfono al que llamar',
    ],
    mid: [
      'Me contestaron, pero tarde',
      'Resuelto a medias: falta el reembolso',
      'Las preguntas frecuentes están bien, pero son pocas',
      'Tuve que explicarlo dos veces',
      'Habría preferido un chat',
    ],
    high: [
      'Contestaron en diez minutos',
      'Me devolvieron el dinero sin discutir',
      'La pregunta estaba justo en la lista',
      'Se nota que hay alguien al otro lado',
    ],
  },
  recommend: {
    low: [
      'El café bien, pero los fines de semana es imposible sentarse',
      'Arreglad el pago y la ayuda y hablamos',
      'Ha subido mucho de precio',
      'Después de lo del doble cobro, no',
      'Para ir con niños no es cómodo',
    ],
    mid: [
      'Que abráis antes de las ocho',
      'Más sitio para sentarse',
      'Un par de enchufes en las mesas',
      'Algo salado para acompañar',
      'Si la cola fuera más rápida, un diez',
    ],
    high: [
      'El café y la azotea, no hace falta más',
      'Que aquí te tratan como en casa',
      'Que prueben el cortado con naranja',
      'Es mi sitio de los sábados',
      'Pedir desde el trabajo y recoger al pasar: perfecto',
      'Ya he traído a media oficina',
      'Buen café sin tonterías',
    ],
  },
}

/** What people add when they have a little more to say. */
export const AFTERTHOUGHTS_ES = {
  low: ['Una pena', 'Espero que lo arregléis', 'No es la primera vez', 'Así no apetece repetir', 'Lo digo con cariño'],
  mid: ['Por lo demás, bien', 'Seguiré viniendo', 'Es un detalle, pero se nota', 'Con eso quedaría redondo', 'Nada grave'],
  high: ['Repetiré', 'Gracias al equipo', 'Seguid así', 'Un diez', 'Nos vemos mañana', 'Así da gusto'],
} as const
