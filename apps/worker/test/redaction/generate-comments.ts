import { REDACTIONS } from '@pulso/protocol'
import { createDice, type Dice, fill, toPersonalValue } from './generate-values.ts'
import { type Labelled, readLabelled } from './read-corpus.ts'

/** Sentences around a value, by what it is. `…` is the value. */
const SENTENCES = {
  es: {
    tuned: {
      email: ['Mi correo es …', 'Escríbanme a …, gracias', 'contacto …', 'La factura a … por favor'],
      phone: ['Mi número es …', 'Llámenme al … por la tarde', '… es mi móvil', 'tel. …', 'Pueden avisarme: …'],
      card: ['Mi tarjeta … fue cobrada dos veces', 'El cargo fue en la …', 'tarjeta: …'],
      iban: ['Devuélvanlo a …', 'Mi cuenta es …, a nombre de Ana', 'IBAN …'],
      id: ['Mi DNI es …', 'con dni …', 'Soy Luis, …, y quiero la baja'],
      secret: ['Entré en https://tienda.example/r?token=… y falló', 'https://app.example/alta?key=… caducó'],
    },
    heldOut: {
      email: ['Si hace falta, respondan a …; si no, nada', 'Titular: … (compras)', 'no me llega nada a …!'],
      phone: ['Cualquier duda, …', 'Dejo el de mi mujer … y el mío no', 'Localizable en …, de 9 a 14', 'Estaré pendiente (…)'],
      card: ['Usé … y la operación salió dos veces', 'Anulen lo de … cuanto antes'],
      iban: ['Quiero el abono en …, no en vales', 'Ahí va: … y espero noticias'],
      id: ['Firmado: Ana Gil, …', 'El carnet … es el del titular', '… para la garantía'],
      secret: ['El SMS traía http://x.example/?a=1&session_token=… entero', 'pantalla con ?auth=… arriba'],
    },
  },
  en: {
    tuned: {
      email: ['My email is …', 'Write to …, thanks', 'contact …', 'Invoice to … please'],
      phone: ['My number is …', 'Call me on … in the afternoon', '… is my mobile', 'tel. …', 'You can let me know: …'],
      card: ['My card … was charged twice', 'The charge was on …', 'card: …'],
      iban: ['Refund to …', 'My account is …, name of Ann', 'IBAN …'],
      id: ['My SSN is …', 'national insurance …', 'I am Lou, …, and want to leave'],
      secret: ['Opened https://shop.example/r?token=… and it failed', 'https://app.example/join?key=… expired'],
    },
    heldOut: {
      email: ['If needed, answer at …; if not, fine', 'Holder: … (purchases)', 'nothing arrives at …!'],
      phone: ['Any doubt, …', "I leave my wife's … and not mine", 'Around on …, 9 to 2', 'I will wait (…)'],
      card: ['Used … and it went through twice', 'Please void … soon'],
      iban: ['I want the credit on …, not vouchers', 'There you go: … and I await news'],
      id: ['Signed: Ann Gill, …', 'The holder has …', '… for the warranty'],
      secret: ['The text had http://x.example/?a=1&session_token=… in full', 'a screen with ?auth=… on top'],
    },
  },
} as const

/** Sentences with numbers that are nobody's. */
const NOBODYS = {
  es: {
    tuned: ['Pedido *######, sin noticias.', 'Factura 2026-00####.', 'Referencia ##########.', 'Pagué *#,## €.', 'Costó *.###.000 pesos.', 'Llegó el 1#/0*/2026 a las 1#:3#.', 'Modelo XR-*#### roto.', 'Reserva ~######## cancelada.', 'Habitación *##, planta *.', 'Seguimiento 0034####################.', 'De *##0 a *##0 unidades.', 'Versión *.#.1#.'],
    heldOut: ['El ticket *########## sigue abierto.', 'Nº de guía ~######## perdida.', 'Vale de *## USD caducado.', 'Son *## ### kilómetros.', 'Expediente 2025/*#####.', 'Lote A*#####, caduca 0*/27.', 'Tallas 38 40 42.', 'Hora 1#.3#, salida 2#.4#.', 'Pieza 40156721098*#.', 'Turno C-0##, caja *.', 'Contrato 55*#######.', 'Temporada 2023-2024.'],
  },
  en: {
    tuned: ['Order *######, no news.', 'Invoice 2026-00####.', 'Reference ##########.', 'Paid $*#.##.', 'It cost $*,###,000.', 'Came on 0*/1#/2026 at 1#:3#.', 'Model XR-*#### broken.', 'Booking *######### cancelled.', 'Room *##, floor *.', 'Tracking 9400####################.', 'From *##0 to *##0 units.', 'Version *.#.1#.'],
    heldOut: ['Ticket *########## is still open.', 'Waybill no. *######### lost.', 'A voucher of *## USD expired.', 'It has *##,### miles.', 'File 2025/*#####.', 'Batch A*#####, best before 0*/27.', 'Sizes 38 40 42.', 'Due 1#.3#, left 2#.4#.', 'Part 40156721098*#.', 'Queue C-0##, desk *.', 'Contract 55*########.', 'The 2023-2024 season.'],
  },
} as const

/** Comments from a seed: in half of them something personal, in all of them something that looks like it. */
export function generateComments(language: 'es' | 'en', part: 'tuned' | 'heldOut', count: number, seed: number): Labelled[] {
  const dice = createDice(seed)
  const isHeldOut = part === 'heldOut'
  const toNobodys = () => fill(dice, dice.pick<string>(NOBODYS[language][part]))
  return Array.from({ length: count }, () => {
    if (dice.below(2)) return readLabelled([toNobodys(), toNobodys()].join(' '))
    const what = dice.pick(REDACTIONS)
    const sentence = dice.pick<string>(SENTENCES[language][part][what])
    const value = `{${what}|${toPersonalValue(dice, what, language, isHeldOut)}}`
    return readLabelled(shuffle(dice, [sentence.replace('…', value), toNobodys()]).join(dice.pick(['. ', '\n', ' - '])))
  })
}

function shuffle(dice: Dice, parts: readonly string[]): string[] {
  return dice.below(2) ? [...parts].reverse() : [...parts]
}
