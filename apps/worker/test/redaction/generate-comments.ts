import { REDACTIONS } from '@pulso/protocol'
import { createDice, type Dice, fill, toPersonalValue } from './generate-values.ts'
import { type Labelled, readLabelled } from './read-corpus.ts'

/** Sentences around a value, by what it is. `…` is the value. */
const SENTENCES = {
  es: {
    tuned: {
      email: ['Mi correo es …', 'Escríbanme a …, gracias', 'contacto …', 'La factura a … por favor', 'Si hace falta, respondan a …; si no, nada', 'Titular: … (compras)', 'no me llega nada a …!', 'Avisad a … cuando haya stock', '… (es el de la empresa)', 'Yo: …', 'el usuario registrado, …, no existe según la web'],
      phone: ['Mi número es …', 'Llámenme al … por la tarde', '… es mi móvil', 'tel. …', 'Pueden avisarme: …', 'Cualquier duda, …', 'Dejo el de mi mujer … y el mío no', 'Localizable en …, de 9 a 14', 'Estaré pendiente (…)', 'Marcad … y preguntad por Inés', 'Fijo de la tienda no, el mío: …', 'Sigo sin respuesta; …', 'He cambiado de compañía, ahora …', 'Persona de contacto Raúl …'],
      card: ['Mi tarjeta … fue cobrada dos veces', 'El cargo fue en la …', 'tarjeta: …', 'Usé … y la operación salió dos veces', 'Anulen lo de … cuanto antes', 'en el extracto sale … entera', 'La … la bloqueó el banco por vuestro cobro'],
      iban: ['Devuélvanlo a …', 'Mi cuenta es …, a nombre de Ana', 'IBAN …', 'Quiero el abono en …, no en vales', 'Ahí va: … y espero noticias', 'abonadlo a la de siempre (…)', '… de Laura Gil'],
      id: ['Mi DNI es …', 'con dni …', 'Soy Luis, …, y quiero la baja', 'Firmado: Ana Gil, …', 'El carnet … es el del titular', '… para la garantía', 'inquilina: …', 'nombre Eva Sanz y número …, según consta', 'a nombre de …'],
      secret: ['Entré en https://tienda.example/r?token=… y falló', 'https://app.example/alta?key=… caducó', 'El SMS traía http://x.example/?a=1&session_token=… entero', 'pantalla con ?auth=… arriba', 'el correo llevaba https://a.example/v/entrar?next=1&otp_token=… a la vista', 'copié ?signature=… de la barra'],
    },
    heldOut: {
      email: ['Remitid el parte a …', '… escribí desde ahí', 'He puesto … en el formulario y dice que ya existe', 'Correo del taller: …, ahí contestamos'],
      phone: ['Que me avisen, …', 'Estoy en el … hasta las 20:00', 'Pregunten por Tere: …', 'He dejado el … en recepción', 'Si no cojo el …, dejad recado'],
      card: ['La numeración … aparece en el ticket', 'os di … y ahora tengo un cargo de 60 euros'],
      iban: ['la devolución, a …', 'Domiciliado en …'],
      id: ['el documento del comprador es …', 'Gil Mora, Ana. …', 'consta … como moroso'],
      secret: ['me llegó http://t.example/c?u=2&auth_token=… por sms', 'en la URL se lee &session=… tal cual'],
    },
  },
  en: {
    tuned: {
      email: ['My email is …', 'Write to …, thanks', 'contact …', 'Invoice to … please', 'If needed, answer at …; if not, fine', 'Holder: … (purchases)', 'nothing arrives at …!', 'Ping … once it is in stock', '… (that is the work one)', 'Me: …', 'the registered user, …, does not exist'],
      phone: ['My number is …', 'Call me on … in the afternoon', '… is my mobile', 'tel. …', 'You can let me know: …', 'Any doubt, …', "I leave my wife's … and not mine", 'Around on …, 9 to 2', 'I will wait (…)', 'Dial … and ask for Ines', 'Not the shop line, mine: …', 'Still no reply; …', 'I changed carrier, now …', 'Contact person Ralph …'],
      card: ['My card … was charged twice', 'The charge was on …', 'card: …', 'Used … and it went through twice', 'Please void … soon', 'the statement shows … in full', '… was blocked by the bank after your charge'],
      iban: ['Refund to …', 'My account is …, name of Ann', 'IBAN …', 'I want the credit on …, not vouchers', 'There you go: … and I await news', 'pay it to the usual one (…)', '… of Laura Gill'],
      id: ['My SSN is …', 'national insurance …', 'I am Lou, …, and want to leave', 'Signed: Ann Gill, …', 'The holder has …', '… for the warranty', 'tenant: …', 'name Eve Sands and number …, on file', 'in the name of …'],
      secret: ['Opened https://shop.example/r?token=… and it failed', 'https://app.example/join?key=… expired', 'The text had http://x.example/?a=1&session_token=… in full', 'a screen with ?auth=… on top', 'the mail had https://a.example/v/enter?next=1&otp_token=… in plain sight', 'I copied ?signature=… from the bar'],
    },
    heldOut: {
      email: ['Forward the report to …', '… is where I wrote from', 'I put … in the form and it says it exists', 'Garage mail: …, we answer there'],
      phone: ['Let them tell me, …', 'I am on … until 8:00 pm', 'Ask for Terry: …', 'I left … at the desk', 'If … rings out, leave a message'],
      card: ['The number … is printed on the slip', 'I gave you … and now there is a charge of 60 dollars'],
      iban: ['the refund, to …', 'Direct debit from …'],
      id: ['the document of the buyer is …', 'Gill, Ann. …', '… is listed as a debtor'],
      secret: ['I got http://t.example/c?u=2&auth_token=… by text', 'the URL reads &session=… as it is'],
    },
  },
} as const

/** Sentences with numbers that are nobody's. */
const NOBODYS = {
  es: {
    tuned: ['Pedido *######, sin noticias.', 'Factura 2026-00####.', 'Referencia ##########.', 'Pagué *#,## €.', 'Costó *.###.000 pesos.', 'Llegó el 1#/0*/2026 a las 1#:3#.', 'Modelo XR-*#### roto.', 'Reserva ~######## cancelada.', 'Habitación *##, planta *.', 'Seguimiento 0034####################.', 'De *##0 a *##0 unidades.', 'Versión *.#.1#.', 'El ticket *########## sigue abierto.', 'Nº de guía ~######## perdida.', 'Vale de *## USD caducado.', 'Son *## ### kilómetros.', 'Expediente 2025/*#####.', 'Lote A*#####, caduca 0*/27.', 'Tallas 38 40 42.', 'Hora 1#.3#, salida 2#.4#.', 'Pieza 40156721098*#.', 'Turno C-0##, caja *.', 'Contrato 55*#######.', 'Temporada 2023-2024.', 'Orden de compra 9*########.', 'El nº de bastidor ~######## no coincide.', 'Llevo *# días, *# llamadas y * correos.', 'Nos cobraron *.*##,50 € de más.', 'Salida 0#:1#, llegada 1#:4#.', 'Código postal 2800*.', 'Mesas 12, 14 y 16.', 'Envío GLS 6#########.', 'Polígono 4, nave *#.', 'Talla *#, color 0#.', 'Cita el 2#-0*-2026.', 'Mi pedido web es el ~########.', 'Serie 35######## del frigorífico.', 'Entre *000 y *500 piezas al mes.'],
    heldOut: ['Acta 6*#######.', 'El justificante 7######## no abre.', 'Nº de socio ~########.', 'Presupuesto 2026-**##.', 'Aviso *####### sin cerrar.', 'Lectura ######## del contador.', 'Distancia *## km.', 'Cobran 1*.### por mes.', 'Aparcamos en la *##.', 'Salió el 0*.1#.26.', 'Comprobante ########## ilegible.', 'Paquete ~######## en aduana.', 'Garantía *####### caducada.', 'Ruta BV-4*##, km 1#.', 'Son 1## escalones.', 'ETA 1*:4#.', 'Hoja de ruta *########.', 'Identificador de envío ~########.', 'Albarán ########.', 'Canje ##########.'],
  },
  en: {
    tuned: ['Order *######, no news.', 'Invoice 2026-00####.', 'Reference ##########.', 'Paid $*#.##.', 'It cost $*,###,000.', 'Came on 0*/1#/2026 at 1#:3#.', 'Model XR-*#### broken.', 'Booking *######### cancelled.', 'Room *##, floor *.', 'Tracking 9400####################.', 'From *##0 to *##0 units.', 'Version *.#.1#.', 'Ticket *########## is still open.', 'Waybill no. *######### lost.', 'A voucher of *## USD expired.', 'It has *##,### miles.', 'File 2025/*#####.', 'Batch A*#####, best before 0*/27.', 'Sizes 38 40 42.', 'Due 1#.3#, left 2#.4#.', 'Part 40156721098*#.', 'Queue C-0##, desk *.', 'Contract 55*########.', 'The 2023-2024 season.', 'Purchase order 9*#########.', 'Frame no. ~######### does not match.', '*# days, *# calls and * mails.', 'We paid $*,*##.50 too much.', 'Left 0#:1#, arrived 1#:4#.', 'Postcode SW1A 2A*.', 'Tables 12, 14 and 16.', 'Parcel UPS 6##########.', 'Unit *#, dock 4.', 'Size *#, colour 0#.', 'Seen on 0*-2#-2026.', 'My web order is *#########.', 'Serial 35######## of the fridge.', 'Between *000 and *500 pieces a month.'],
    heldOut: ['Minute 6*########.', 'The receipt 7######### does not open.', 'Member no. *#########.', 'Quote 2026-**##.', 'Notice *####### not closed.', 'Reading ######## on the meter.', 'Distance *## km.', 'They charge 1,*## a month.', 'We parked at *##.', 'Left on 0*.1#.26.', 'Slip ########## cannot be read.', 'Parcel *######### at customs.', 'Warranty *####### ended.', 'Road B4*##, mile 1#.', 'It is 1## steps.', 'ETA 1*:4#.', 'Route sheet *#########.', 'Shipment identifier *#########.', 'Docket ########.', 'Redemption ##########.'],
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
