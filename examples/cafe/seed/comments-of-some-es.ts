import type { CommentTexts } from './comment-book.ts'

/** What only some write in Spanish: staff, couriers and the roaster at their own touchpoints, and at a customers' one a segment of them. */
export const COMMENTS_OF_SOME_ES: CommentTexts = {
  'help casual': {
    low: [
      'Si no eres del club, nadie te coge el teléfono',
      'Me pidieron el número de socio para atenderme y no tengo',
      'Los del club tienen chat y los demás, un formulario',
      'Solo vine una vez y para reclamar hay que registrarse',
      'El formulario no me dejó adjuntar el tique',
    ],
    mid: ['Bien, aunque sin tarjeta del club se espera más', 'Al final me ayudaron en la barra, no aquí'],
    high: [],
  },
  courier: {
    low: [
      'Los viernes espero veinte minutos con la moto en doble fila',
      'No hay un sitio donde recoger, hago la cola con los clientes',
      'Cinco pisos sin ascensor para un solo café',
      'El pedido sale en la aplicación como listo y no lo está',
    ],
    mid: ['Si lo dejarais en la portería, sería mucho más rápido', 'Las bolsas van bien, los vasos a veces se abren'],
    high: ['Siempre lo tienen preparado cuando llego', 'Me ofrecen agua mientras espero, se agradece', 'Todo etiquetado, no hay confusión'],
  },
  beans: {
    low: ['El pedido llega la noche anterior y así no llego a tostar', 'La última factura se pagó con un mes de retraso'],
    mid: ['Con un pedido fijo a la semana nos organizaríamos mejor', 'Descargar a las ocho está bien, a las nueve ya no se puede aparcar'],
    high: [
      'Catan cada lote y nos dicen qué les parece',
      'Pagan a tiempo y avisan de los cambios',
      'Da gusto ver nuestro café tan bien servido',
    ],
  },
  desk: {
    low: [
      'No puedo devolver un cobro sin llamar a la encargada',
      'Las quejas de quien no es del club llegan a un buzón que nadie abre',
      'Me preguntan por alérgenos y la ficha es de hace un año',
      'Un solo turno para contestarlo todo, y además la barra',
    ],
    mid: ['Las respuestas preparadas ayudan, pero se quedan cortas', 'Ver el pedido al lado del mensaje ahorraría la mitad del tiempo'],
    high: ['Con el chat del club se resuelve en un momento', 'Esta semana tuve tiempo para contestar bien'],
  },
  shift: {
    low: [
      'Los sábados faltan manos en la barra',
      'El turno se publica con dos días y así no hay quien se organice',
      'La cafetera pierde presión a media mañana desde hace semanas',
      'Cuando falla el pago, las caras largas nos las llevamos nosotros',
    ],
    mid: ['Buen equipo, horarios mejorables', 'Con un descanso más largo por la tarde, otra cosa', 'Me gustaría aprender a tostar'],
    high: ['El mejor equipo con el que he trabajado', 'Aquí te enseñan de verdad', 'La propina se reparte bien y se nota'],
  },
}
