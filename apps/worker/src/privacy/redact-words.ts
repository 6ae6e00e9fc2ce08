/** What the words around a number say it is. A `thing` is a guess from the grammar: something that has numbers. */
export type Meaning = 'phone' | 'card' | 'account' | 'identity' | 'reference' | 'thing'

/**
 * Words of the folded text (lower case, without accents), in Spanish and English
 * with a few neighbours; a star stands for any ending.
 */
const WORDS = {
  phone: `call callback called calling calls cel cell cellphone cels celu celular* celus contac* dial fax fijo fono fonos guasap* handy
    landline llam* localizable localizadme localizar localizarme marcad marcame marcando marcar marque marquen marques mob mobile
    mobiles movil moviles ph phone phoned phones reach ring sms tel telefon* telegram telephone telf telfs tels text texting
    texts tfn tfno tlf tlfn tlfno tlfo ubicable ubicar ubicarme wa wapp wasap* wats whats* wpp wsp`,
  card: `amex card cards cartao carte credit credito debit debito diners discover maestro mastercard tarjeta tarjetas visa`,
  account: `account banco bank cbu ccc clabe cuenta cuentas cvu iban transfer transferencia`,
  identity: `cedula cedulas cpf cuil cuit curp dni documento identidad identificacion identity licence licencia license naf nhs nie nif
    nino nss nuss pasaporte pasaportes passport passports rfc run rut social ssn`,
  reference: `abono afiliado albaran amount application apuesta articulo articulos asin authorization autorizacion balance barcode barras
    bastidor batch bet billete billetes boleta boletas boleto boletos bono booking bookings build case cases caso casos catalog
    catalogo catastral chasis chassis cheque claim cliente clientes cod code codes codigo codigos commit complaint compra compras
    confirmacion confirmation contador contract contrato contratos coupon coupons cupon cupones cups customer deposit deposito
    docket dossier ean engine enrol* entrada entradas envio envios errno error etiqueta etiquetas exp expediente expedientes fact
    factura facturas ficha firmware flight flights folio folios frame giro gtin guia guias hipoteca historia id ids imei importe
    incidencia incidencias incident incidents inscripcion inv invoice invoices ip isbn item items label labels legajo loan
    localizador lot lote loteria lotes lottery loyalty matricula medidor member membership meter mod model modelo modelos models
    mortgage motor n no nomina nota note nr nro num operacion operation ord orden ordenes order orders package padron paquete
    paquetes parcel parcela part parts pasaje payroll ped pedido pedidos permiso permit pieza piezas placa placas plate pnr
    policy poliza polizas precio prescription prestamo presupuesto presupuestos price proceso product producto productos products
    proforma promo purchase queja quotation quote quotes radicado radicados raffle rastreo receipt receipts receta recibo recibos
    reclamacion reclamo record ref reference referencia referencias refs registration registro remesa remision request requests
    reserva reservacion reservas reservation reservations rifa saldo seguimiento serial serie series shipment shipping siniestro
    sku sn socio socios solicitud solicitudes sorteo subscription suministro suscripcion tag tags terminal ticket tickete tickets
    tiquete total track tracking tramite tramites transaccion transacciones transaccon transaccones transaction transactions
    turno uid upc vale version versiones vin voucher vuelo vuelos waybill`,
  /** Nouns that a number follows, but that stand near telephones too: they speak right before the number only, and only when nothing else does. */
  thing: `abonos acta actas ad ads agencia alumno alumnos anuncio anuncios appointment appointments archivo archivos article articles
    atestado atm auction auctions autobus aviso avisos badge badges bag baggage bags beca becas bid bids bill bills bolsa bolsas
    box boxes branch bug bugs bulto bultos bus caja cajas cajero cajeros cambio cambios camion campaign campaigns campana
    campanas canje canjes car cargo cargos cars casillero casilleros charge charges check checks cita citas citation citations
    coche coches comprobante comprobantes concurso concursos container containers contenedor* convocatoria convocatorias course
    courses curso cursos decodificador decreto delivery denuncia denuncias despatch device devices devolucion devoluciones
    dispatch dispositivo dispositivos documentos encuesta encuestas enquiry entrega entregas equipaje equipo equipos exam examen
    exams exchange exchanges file files fine fines form forms formulario formularios garantia garantias giros grupo grupos
    habitacion hash hoja hojas identificador* identifier identifiers informe informes inmueble inmuebles inquiry issue issues job
    jobs justificante justificantes lectura lecturas ley libro libros line linea lineas lines liquidacion listing listings locker
    lockers luggage machine machines maleta maletas manifest manifests maquina maquinas mesa mesas minute minutes movimiento
    movimientos muestra muestras multa multas nip norma notice notices oferta ofertas offer offers oficio oficios opcion option
    page pages pagina paginas pago pagos palet palets parche parches parte partes pase pases pass patch patent patente patentes
    patents payment payments pickup pin plan planes plans precinto precintos project projects property propiedad protocolo
    protocolos proyecto proyectos puk reading readings recogida recogidas redemption redemptions reembolso reembolsos refund
    refunds release releases remito remitos report reports resguardo resguardos resolucion return returns rma room rooms route
    router routes rule rules ruta rutas sample samples seal seals sensor sentencia service services servicio servicios sesion
    session sessions sheet sheets slip slips stub stubs student students subasta subastas sucursal survey surveys table tables
    talon talones taquilla taquillas tarea tareas task tasks test tests token tomo tomos tpv train trains truck trucks unit units
    user username usernames users usuario usuarios van vans vehicle vehicles vehiculo vehiculos visit visita visitas visits
    warranty`,
}

/** Abbreviations of "number", which are words too: right before it they make it somebody's number for something. */
export const NUMBER = toWordSet('nro no num nr n note total')
/** After these a full stop ends no sentence. */
export const ABBREVIATIONS = toWordSet(
  'wa tels tel telf tfno tfn tlfno tlfn tlfo tlf ph cels cel mov mob wsp ref refs ped ord exp fact inv cod mod nro no num nr n',
)
/** Meanings that only speak when no other word does. */
export const FAINT = toWordSet(
  `banco bank documento id ids item items licence licencia license n no note nr nro num part parts product producto productos
    products record registro serie series social text total transfer`,
)
export const ARTICLES = toWordSet(
  `a an el esa ese esta este her his la las los mi mis my nuestra nuestro our su sus that the their this tu un una vuestra
    vuestro your`,
)
/** Whom and what one telephones, and words that are no nouns: after these a number is a telephone. */
export const CALLED = toWordSet(
  `abuela abuelo al amiga amigo and are assistant at be boss brother casa company con dad daughter de del desk despacho duena
    dueno dueña dueño empresa en encargada encargado era es esposa esposo father following for friend hermana hermano hija hijo
    home house husband is jefa jefe madre mama manager marido mismo mom mother mujer mum neighbor neighbour new novia novio nueva
    nuevo number numbers numero numeros of office oficina old on or other otra otro owner padre papa pareja partner por prima
    primo queda same secretaria secretario secretary sera shop siguiente sister son store suegra suegro tia tienda tio to trabajo
    vecina vecino was wife work contact daytime evening night direct personal private business emergency call correct right wrong best current real actual usual only and whose wifes husbands contacto emergencia emergencias atencion cliente urgencias guardia consulta`,
)

const MEANINGS = new Map<string, Meaning>()
const STEMS = new Map<string, Meaning>()
for (const [meaning, words] of Object.entries(WORDS) as [Meaning, string][]) {
  for (const word of words.split(/\s+/)) {
    if (word.endsWith('*')) STEMS.set(word.slice(0, -1), meaning)
    else MEANINGS.set(word, meaning)
  }
}
const STEM_LENGTHS = [...new Set([...STEMS.keys()].map((stem) => stem.length))]

/** What a word says about the number beside it, or null. */
export function toMeaning(word: string): Meaning | null {
  const known = MEANINGS.get(word)
  if (known) return known
  for (const length of STEM_LENGTHS) {
    const meaning = word.length >= length ? STEMS.get(word.slice(0, length)) : undefined
    if (meaning) return meaning
  }
  return null
}

function toWordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
