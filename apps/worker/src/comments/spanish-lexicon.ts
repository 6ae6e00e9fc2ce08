import { createLexicon, type Lexicon, type LexiconSource } from './lexicon.ts'
import { SIGNS } from './signs.ts'
import { toSpanishForms, toSpanishSound } from './spanish-forms.ts'

/**
 * Spanish as customers write it, in Spain and in America; our own words, weighed
 * by us. Without accents, as everything is read.
 */
const SOURCE: LexiconSource = {
  toForms: toSpanishForms,
  turningPrefix: /^(?:des|in|im|ir|mal)(?=[a-z]{4})/,
  toSound: toSpanishSound,
  roles: {
    negate:
      'no, nunca, jamas, sin, tampoco, ni, nada, nadie, ningun, ninguna, ninguno, cero, apenas, poco, poca, pocos, pocas, nada de, ni siquiera, falta de, dejo de, dejaron de, deja de, ha dejado de, ojala, ojala fuera, deberia ser, deberian ser, podria ser, podrian ser, tendria que ser, tendrian que ser, tiene que ser, tienen que ser, debe ser, solia, solian, solia ser, sigo sin, sigue sin, siguen sin, seguimos sin, quisiera que',
    boost:
      'muy, super, mega, re, ultra, tan, tanto, tanta, mucho, mucha, muchos, muchas, muchisimo, muchisima, realmente, verdaderamente, totalmente, absolutamente, completamente, sumamente, extremadamente, increiblemente, bastante, mas, de lo mas, todo un, toda una, siempre, cada vez mas, harto de bueno, la mar de',
    soften: 'un poco, un poquito, algo, un tanto, ligeramente, medianamente, casi, mas o menos, un pelin, tantito, a veces, un pelo',
    excess: 'demasiado, demasiada, demasiados, demasiadas',
    turn: 'pero, sin embargo, aunque, no obstante, en cambio, eso si, sino, mas bien, lastima que, ahora',
    or: 'o, u',
  },
  onlyDenied: [
    [
      'verb',
      'contestar, responder, ayudar, atender:atiend, resolver:resuelv, solucionar, explicar, avisar, informar, llegar, aparecer, encontrar:encuentr, cargar, abrir, servir:sirv, dejar, permitir, poder:pued:pud, devolver:devuelv, entender:entiend, cumplir, respetar, escuchar, entregar, reconocer:reconozc, aceptar, enviar, llamar, arrancar, encender:enciend, merecer:merezc, valer:valg, volver:vuelv, admitir, coger:coj, descolgar:descuelg',
    ],
    [
      'exact',
      'pude, pudo, pudimos, pudieron, quiso, quisieron, quieren, sitio, aparcamiento, estacionamiento, papel, jabon, mesas, calefaccion, aire, stock, existencias, cambios, devoluciones, opciones, turno, ticket, recibo, variedad, cobertura, instrucciones, enchufes, rampa, noticias, va, van, iba, fue posible, hubo manera, hay manera, hay forma, hay quien, sirve, caso, interes, respuesta, solucion, reembolso, factura, aviso, sentido, ganas',
    ],
  ],
  mends: [
    ['verb', 'resolver:resuelv, solucionar, arreglar, reparar, corregir:corrig, subsanar'],
    ['exact', 'resuelto, resuelta, resueltos, resueltas, resolvieron, soluciono, corregido, corregida'],
  ],
  meanings: [
    // Good.
    [
      'adjective',
      3,
      'joy',
      'maravilloso, fantastico, espectacular, magnifico, estupendo, genial, fabuloso, formidable, sensacional, espectacular, esplendido, divino, fenomenal, precioso, exquisito, delicioso, riquisimo, buenisimo, fascinante, extraordinario, brutal',
    ],
    ['adjective', 3, null, 'excelente, perfecto, impecable, inmejorable, excepcional, insuperable, sobresaliente, buenisimo, optimo'],
    [
      'adjective',
      2,
      null,
      'bueno, rapido, veloz, amable, atento, eficiente, eficaz, facil, sencillo, comodo, practico, util, intuitivo, agil, puntual, educado, cordial, servicial, cercano, limpio, claro, correcto, recomendable, satisfactorio, recomendado, acertado, esmerado, acogedor, agradable, moderno, bonito, rico, sabroso, fresco, crujiente, tierno, jugoso, calentito, simpatico, diligente, resolutivo, comprensivo, detallista, generoso, elegante, fluido, estable, potente, pulcro, tranquilo, silencioso, acogedor, economico, asequible, razonable, competente, positivo, valioso, imprescindible, brillante, ameno, variado, funcional, inmediato, gratificante, lindo, hermoso, guapo, majo, completo, dinamico, flexible, accesible, sincero, ideal, adecuado, resistente, suave, nitido, solucionado',
    ],
    ['adjective', 2, 'trust', 'confiable, fiable, honesto, honrado, serio, seguro, transparente, profesional, leal, sincero, solido'],
    [
      'adjective',
      2,
      'joy',
      'contento, feliz, encantado, satisfecho, entusiasmado, emocionado, ilusionado, agradecido, encantador, divertido, alegre, entretenido, adorable, orgulloso',
    ],
    ['adjective', 2, 'surprise', 'sorprendente, increible, impresionante, alucinante, asombroso, flipante, inesperado, sorprendido'],
    [
      'verb',
      2.5,
      'joy',
      'encantar, disfrutar, alegrar, enamorar, adorar, ilusionar, emocionar, fascinar, flipar, molar:mol, chiflar, divertir:diviert:divirt, celebrar, deleitar',
    ],
    [
      'verb',
      1.5,
      null,
      'gustar, funcionar, mejorar, facilitar, agilizar, ahorrar, cumplir, acertar:aciert, solventar, superar, destacar, valorar, cuidar, aportar, apreciar',
    ],
    ['verb', 2, null, 'recomendar:recomiend, agradecer:agradezc, felicitar, bordar'],
    ['exact', 2, null, 'repetimos, a repetir, repetiriamos'],
    ['verb', 2, 'trust', 'confiar'],
    ['verb', 2, 'surprise', 'sorprender, impresionar, alucinar'],
    [
      'noun',
      2.5,
      'joy',
      'maravilla, delicia, encanto, alegria, ilusion, gozada, placer, gustazo, chulada, joya, belleza, felicidad, pasote, crack, amor',
    ],
    [
      'noun',
      1,
      null,
      'acierto, amabilidad, rapidez, eficacia, eficiencia, facilidad, comodidad, ventaja, limpieza, puntualidad, sonrisa, exito, profesionalidad, profesionalismo, felicitacion, agrado, chollo, ganga, calidez, simpatia, empatia, paciencia, esmero, claridad, sencillez',
    ],
    ['noun', 2, 'trust', 'confianza, tranquilidad, seriedad, honestidad, transparencia'],
    ['noun', 1.5, 'surprise', 'sorpresa'],
    [
      'exact',
      2,
      null,
      'bien, mejor, mejores, buen, bn, bueno bonito y barato, bravo, ok todo, ole, chevere, bacan, bacano, copado, copada, chido, chida, padre, guay, chulo, chula, chulisimo, chulisima, cool, top, de lujo, lujo, a gusto, buena onda, buena gente, bien hecho, de calidad, buena calidad, gran calidad, mucha calidad, calidad precio, vale la pena, vale mucho la pena, vale cada euro, vale cada peso, merece la pena, merecio la pena, volvere, volveremos, repetire, repetiremos, volveria, repetiria, recomendadisimo, a la primera, a tiempo, antes de tiempo, antes de lo previsto, antes de lo esperado, en hora, como la seda, sobre ruedas, de diez, un diez, matricula de honor, cinco estrellas, 5 estrellas, 10 de 10, 10/10, buen precio, buenos precios, barato, baratos, baratas, barata, gratis, al toque, sin duda volveria, me saco de un apuro, me salvo, me salvaron, nota diez, vuela, sin peros, sin pegas, de primera, de categoria, en su punto, gratamente, a pedir de boca, me ayudaron, me ayudo, nos ayudaron, nos ayudo, sigan asi, seguid asi, sigue asi, salio todo bien, se agradece, mil gracias, para volver, la hostia, de puta madre, de diez puntos, de fabula',
    ],
    [
      'exact',
      3,
      'joy',
      'padrisimo, padrisima, chidisimo, que lindo, que linda, que rico, que rica, que bueno, que bien, que gusto, que ilusion, que pasada, una pasada, me encanta, me encanto, me super encanto, lo maximo, lo mejor, el mejor, la mejor, los mejores, las mejores, sois los mejores, son los mejores, son unos cracks, un sol, unos soles, un diez, un amor, unos amores, de maravilla, a las mil maravillas, me chifla, me flipa, mola, mola mucho, genial, bravo, viva, yupi, jeje, de rechupete, espectacular, para chuparse los dedos, buenisimo, un encanto, lo adoro, la adoro, me alegro el dia, nos alegro el dia, un lujazo, felicidades, enhorabuena, felicitaciones, de sueno, lo amo, la amo, los amo, amo',
    ],
    [
      'exact',
      2,
      'trust',
      'de confianza, de fiar, me fio, plena confianza, con total tranquilidad, me quede tranquilo, me quede tranquila, nunca fallan, nunca falla, nunca me han fallado, nunca me fallan, jamas me han fallado, cumplen lo que prometen, cumple lo que promete, siempre cumplen, dan la cara, a ciegas, ojos cerrados, en buenas manos, de toda la vida',
    ],
    [
      'exact',
      2,
      'surprise',
      'no esperaba que, no pensaba que, guau, wow, uau, quien lo diria, no me lo esperaba, no me lo podia creer, no lo esperaba, me quede con la boca abierta, boquiabierto, boquiabierta, mas de lo que esperaba, mejor de lo que esperaba, mejor de lo esperado, supero mis expectativas, superaron mis expectativas, supera mis expectativas',
    ],
    [
      'exact',
      1.5,
      null,
      'no puedo decir nada malo, no me puedo quejar, no puedo quejarme, no me quejo, no esta mal, no esta nada mal, nada mal, no estuvo mal, no estan mal, no puedo pedir mas, no se puede pedir mas, no le falta nada, no falta nada, no falta detalle, sin problema, sin problemas, ningun problema, sin quejas, nada que objetar, ninguna pega, ningun pero, no hay queja, sin ninguna duda, no puede ser mejor, no podria ser mejor, no pudo ser mejor, no tiene desperdicio, no dudeis en, no duden en, no dudes en, sin esperas, sin colas, sin esperar, sin hacer cola, sin complicaciones, no tarda nada, no tardo nada, no tardaron nada, no tardan nada, en un momento, en un santiamen, en un periquete, en menos de lo que, ni una queja, no tuve que esperar, no hubo que esperar, poco tiempo, en poco tiempo, poca espera',
    ],
    // Bad.
    [
      'adjective',
      -3,
      'anger',
      'pesimo, horrible, horroroso, indignante, vergonzoso, inaceptable, inadmisible, intolerable, impresentable, bochornoso, asqueroso, repugnante, grosero, maleducado, prepotente, insoportable, abusivo, ridiculo, patetico, nefasto, lamentable, infame, denigrante, insultante, insolente, altanero, mentiroso, desvergonzado, ladron, estafador, borde, antipatico, soberbio, harto, enfadado, enojado, molesto, indignado, cabreado, furioso, frustrante, desesperante, irritante, exasperante, encabronado, frustrado, desesperado',
    ],
    [
      'adjective',
      -2.5,
      null,
      'malo, terrible, inutil, penoso, cutre, chafa, deficiente, mediocre, desastroso, infumable, incomestible, fatidico, inservible, defectuoso, incompetente, negligente, injusto, tramposo, enganoso, sucio, roto, mugriento, podrido, caducado, crudo, quemado, rancio, estropeado, danado, averiado, golpeado, aplastado, abollado, manchado, oxidado, vencido, rajado, rayado',
    ],
    [
      'adjective',
      -2,
      null,
      'lento, caro, carisimo, dificil, complicado, confuso, incomodo, engorroso, tedioso, pesado, complejo, farragoso, torpe, desatento, desagradable, feo, soso, insipido, aguado, duro, seco, frio, grasiento, ruidoso, incorrecto, equivocado, erroneo, incompleto, vacio, desordenado, obsoleto, anticuado, inestable, desactualizado, apatico, descuidado, limitado, escaso, insuficiente, inexistente, tardio, impuntual, viejo, invasivo, molesto, feisimo, flojo, endeble, fragil, absurdo, rebuscado, caotico, pobre, raquitico, apretado, saturado, colapsado, abarrotado, injustificado, excesivo, desproporcionado, corrupto, tieso, chicloso, salado de mas, desabrido, tibio, opaco',
    ],
    [
      'adjective',
      -2.5,
      'sadness',
      'decepcionante, decepcionado, triste, desilusionado, defraudado, apenado, desencantado, deprimente, desolador',
    ],
    [
      'adjective',
      -2,
      'worry',
      'preocupado, preocupante, inseguro, sospechoso, dudoso, desconfiado, peligroso, inquietante, nervioso, angustiado, intranquilo, asustado, alarmante, arriesgado',
    ],
    [
      'verb',
      -2.5,
      null,
      'fallar, estropear, romper, arruinar, empeorar, tardar, retrasar, demorar, colgar:cuelg, bloquear, congelar, trabar, atascar, olvidar, perder:pierd, equivocar, cancelar, ignorar, confundir, complicar, faltar, crashear, tronar:truen, caducar, cojear, petar, averiar, extraviar, abandonar, incumplir, danar, sufrir, padecer, desaparecer, rechazar, chirriar, apestar, quemar, derramar',
    ],
    [
      'verb',
      -3,
      'anger',
      'estafar, robar, timar, enganar, mentir:mient:mint, insultar, gritar, molestar, indignar, enfadar, enojar, cabrear, irritar, hartar, cansar, desesperar, frustrar, fastidiar, abusar, maltratar, humillar, ningunear, despreciar, chingar, joder',
    ],
    [
      'verb',
      -2.5,
      'sadness',
      'decepcionar, defraudar, lamentar, entristecer:entristezc, desilusionar, extranar, apenar, arrepentir:arrepient',
    ],
    ['verb', -2, 'worry', 'preocupar, temer, desconfiar, asustar, inquietar, sospechar, agobiar, angustiar'],
    [
      'noun',
      -2.5,
      null,
      'error, fallo, falla, bug, problema, queja, retraso, demora, defecto, desorden, suciedad, ruido, lio, chapuza, incidencia, averia, negligencia, incompetencia, inconveniente, desventaja, perdida de tiempo, pelo en la sopa, cucaracha, mosca, lentitud, desorganizacion, contratiempo, colapso, trampa, pega, obstaculo, dificultad, complicacion, pesadilla, suplicio, tortura, olvido, mancha, basura, porqueria, desinteres, impuntualidad, goteo, golpe, tardanza, desatencion, reclamacion, trabas, traba, dolor de cabeza, agujero, caos',
    ],
    [
      'noun',
      -3,
      'anger',
      'desastre, verguenza, mierda, asco, robo, tomadura de pelo, burla, abuso, rabia, coraje, indignacion, falta de respeto, groseria, estafadores, bronca, impotencia, frustracion, hartazgo, descaro, insulto, maltrato, atraco, atropello, enfado, enojo, bazofia, patrana, timo, grito, desfachatez, poca verguenza',
    ],
    ['noun', -2.5, 'sadness', 'decepcion, pena, lastima, tristeza, desilusion, disgusto, chasco, bajon'],
    ['noun', -2, 'worry', 'miedo, preocupacion, estafa, fraude, desconfianza, peligro, riesgo, temor, angustia, inseguridad'],
    [
      'exact',
      -2,
      null,
      'mal, peor, peores, mala, malas, mal hecho, regular tirando a mal, deja mucho que desear, dejan mucho que desear, dejo mucho que desear, deja que desear, cuesta mucho, cuesta trabajo, podria ser mejor, podria mejorar, puede mejorar, podrian mejorar, pueden mejorar, tiene que mejorar, tienen que mejorar, debe mejorar, deben mejorar, deberian mejorar, deberia mejorar, hay que mejorar, por mejorar, a mejorar, falta personal, faltan manos, se cae, se cierra sola, se cierra solo, se cierra, se cayo, se queda pillada, se queda pillado, se traba, se queda colgado, se queda colgada, se queda en blanco, se calienta, una eternidad, eternidad, siglos, horas esperando, hora esperando, esperando, esperar, larga espera, espera eterna, mucha espera, sigue igual, siguen igual, tirada en la calle, tirado, tirada, da error, me pierdo, me perdi, hace agua, no da una, a medias, fuera de servicio, imposible, mal estado, mala calidad, mal genio, mala cara, malas caras, mala gana, de mala gana, mala leche, malas formas, muy justo, no volvere, no volveremos, no vuelvo, no vuelvo mas, no va, no anda, no jala, no carga, no abre, no furula, sin sabor, sin gracia, sin disculpas, sin disculparse, sin avisar, sin aviso, sin explicacion, sin explicaciones, sin respuesta, sin solucion, sin stock, sin contestar, sin ganas, a la basura, al pedo, una lata, un rollo, un penazo, un conazo, una odisea, un laberinto, un caos, mareando, me marean, me marearon, dando vueltas, da vueltas, dar vueltas, ni caso, pasan de todo, pasan de mi, no hay manera, no hay forma, no hubo manera, mucho que desear, por los suelos, por las nubes, cuesta un rinon, un ojo de la cara, cerrado, agotado, ni agua',
    ],
    [
      'exact',
      -3,
      'anger',
      'ya estuvo bueno, ya esta bien de, ya basta, basta ya, hasta las narices, hasta el gorro, hasta los huevos, hasta la madre, hasta las bolas, de verguenza, que verguenza, que asco, que rabia, que coraje, me da rabia, me hierve la sangre, el colmo, es el colmo, me cobraron dos veces, me cobraron de mas, cobraron doble, me colgaron, me colgo, me dejaron tirado, me dejaron tirada, se rieron de mi, se burlan, una tomadura de pelo, poca verguenza, sinverguenza, sinverguenzas, caraduras, caradura, ladrones, devuelvanme, harta, harto de, harta de, hartos de, cansado de, cansada de, cansados de, de los nervios, me ponen de los nervios, me saca de quicio, sacan de quicio, no me devuelven, no me han devuelto, una falta de respeto, inutiles',
    ],
    [
      'exact',
      -2.5,
      'sadness',
      'que pena, que lastima, una pena, una lastima, lastima, me dio pena, esperaba mas, esperaba mucho mas, esperaba otra cosa, esperaba algo mas, esperabamos mas, ya no es lo que era, no es lo que era, no era lo que esperaba, no es lo que esperaba, ha perdido calidad, perdio calidad, ha bajado mucho, ha bajado la calidad, bajo la calidad, echo de menos, antes era mejor, antes era mucho mejor, antes molaba, me quede con las ganas, desengano, con lo que era, me arrepiento, para no volver, no fue lo que esperaba',
    ],
    [
      'exact',
      -2,
      'worry',
      'no me fio, no me fiaria, me da miedo, da miedo, tengo miedo, me preocupa, miedo me da, no se si fiarme, no me da confianza, no inspira confianza, poca confianza, huele a estafa, parece una estafa, por si pierdo, mala espina, me da cosa, no estoy tranquilo, no estoy tranquila, en peligro',
    ],
    [
      'exact',
      -3,
      null,
      'nunca mas, jamas volvere, nunca mas vuelvo, no vuelvo a, no volveria, perdida de tiempo, tirar el dinero, tire el dinero, dinero tirado, dinero a la basura, huyan, huid, huir, eviten, evitad, alejense, ni lo intenten, ni se os ocurra, ni se les ocurra, ni regalado, no vale nada, no vale la pena, no merece la pena, no vale lo que cuesta, no vale lo que pague, fatal, fatales, nefasto, lo peor, el peor, la peor, los peores, las peores, de lo peor, una basura, un horror, horror, un infierno, de pena, para llorar, un asco, da asco, un cachondeo, una porqueria',
    ],
    // What customers say of each kind of touchpoint, on either side of the sea.
    [
      'exact',
      2,
      null,
      'capo, capos, grosso, barbaro, barbara, buenazo, buenaza, macanudo, impeque, bkn, tuanis, pura vida, chapo, para repetir, cumplidor, cumplidores, detallazo, currado, currada, bien currado, recien hecho, recien hecha, recien hechos, recien horneado, abundante, abundantes, tal cual, tal como, tal y como, intacto, intacta, sin un rasguno, al dia siguiente, en 24 horas, el mismo dia, en el dia, en el acto, al momento, al instante, enseguida, se pasaron de buenos, vuelvo seguro, siempre vuelvo, vuelvo siempre, regresare, regresaremos, regresaria, seguire comprando, seguire viniendo, seguiremos, lo clavan, lo clavaron, la clavaron, adictivo, adictiva, productivo, facil de usar, me ahorra, ahorra tiempo, cumplio, cumplieron, llego bien, llego perfecto, sano y salvo, sin un pero, todo en orden, en perfecto estado, en buen estado, lo mejor del, pulido, pulida, no hay mejor, sin costo, sin coste, reembolso inmediato, se preocupan por, se preocuparon por, se preocupo por, pendientes de todo, pendiente de todo, se acuerdan de mi, como en casa, de la casa, se acordaron, me acompanaron, invita la casa',
    ],
    [
      'exact',
      3,
      'joy',
      'la rompen, la rompe, la rompieron, a toda madre, chingon, chingona, chingones, la raja, de pelos, ame, amamos, amo este, amo esta, bendicion, una bendicion, se desvivieron, se desviven, se desvive, se desvivio, me hizo el dia, me hicieron el dia, lagrimas de alegria, ganas de volver, con ganas de mas, como nina, como nino, como un nino, que delicia, una delicia, super feliz, que maravilla, que alegria',
    ],
    [
      'exact',
      -2.5,
      null,
      'atroz, espantoso, espantosa, horrendo, horrenda, chungo, chunga, choto, chota, trucho, trucha de, trucha, mala onda, gacho, gacha, fome, penca, charcha, bodrio, sablazo, clavada, de risa, mojado, mojada, derretido, derretida, bicho, bichos, huele, huele mal, olia mal, mal olor, olor a, descosido, descosida, destenido, destenida, encogio, minusculo, minuscula, dar largas, de un lado para otro, de un lado a otro, pasan la pelota, se pasan la pelota, peloteo, ilegible, incomprensible, inentendible, se borro, se me borro, se borraron, se me borraron, borro todo, consume bateria, gasta bateria, chupa bateria, a duras penas, al tercer intento, media hora esperando, subieron los precios, subio el precio, subieron el precio, subio de precio, subieron de precio, encarecido, recargo, cargo extra, perdieron un cliente, pierden un cliente, perdido un cliente, un cliente menos, spam, quemaron, tiraron, vencieron, le falta, les falta, desubicado, de mal humor, mal humor, plantado, plantada, me dejaron plantado, me dejaron plantada, pantalla negra, pantalla en blanco, pantalla blanca, sin senal, se corta, se cortaba, se oye mal, inaudible, no era lo que pedi, no es lo que pedi, otro producto, equivocaron, vino roto, vino rota, llego roto, llego rota, llego abierto, llego abierta, quien sabe donde, engordan el precio, letra pequena, letra chica',
    ],
    [
      'exact',
      -1,
      null,
      'cinco veces, diez veces, mil veces, prometen, prometieron, tres veces, dos veces, cuatro veces, varias veces, una hora, media hora, dos horas, tres horas, anuncios, publicidad, comisiones, elevado, elevados, elevada, ocupa mucho, me cobraron, cobraron, ojo con, pequeno el',
    ],
    [
      'exact',
      -3,
      'anger',
      'una mierda, de mierda, que mierda, culero, culera, mamada, mamadas, pinche, pinches, verga, me dan largas, dando largas, se lavan las manos, se lavaron las manos, que robo, un robo, me robaron, robo a mano armada, mosqueado, mosqueada, indignada, me ignoraron, me ignoran, nos ignoraron, mala educacion, se me rie, me gritaron, me grito, no hay derecho, descarados, descarada, descarado, aprovechados, se aprovechan, abusan, me siguen cobrando, siguen cobrando, es una burla, harto ya, sin verguenza',
    ],
    [
      'exact',
      -2.5,
      'sadness',
      'me quede sin, ilusion para nada, se perdio la magia, ya no es igual, no es lo mismo, no volvio a ser, con lo bueno que era, con lo bien que, me llevo un chasco, un chasco, llore, me rompio el corazon, desencanto, bajon de calidad, tanta ilusion, me supo a poco, sabe a poco',
    ],
    [
      'exact',
      -2,
      'worry',
      'me hackearon, hackeado, hackeada, filtracion, filtraron, me da desconfianza, da desconfianza, no me quedo tranquilo, no me quedo tranquila, sera seguro, es seguro esto, no se si es seguro, no estoy seguro, no estoy segura, cargo desconocido, cargos desconocidos, cargo que no reconozco, me asusta, me inquieta, ojala no',
    ],
    // What says without saying: the deeds behind the feelings.
    ['noun', 2.5, 'joy', 'preciosidad, monada, primor, cucada, gozo, disfrute, fiesta'],
    [
      'adjective',
      1.5,
      null,
      'cuidadoso, conveniente, meticuloso, habilidoso, experto, ingenioso, luminoso, amplio, espacioso, discreto, sereno, organizado, informativo, versatil, ligero, compacto, autentico, casero, artesanal, animado, ergonomico, legible, cremoso, esponjoso, contundente, surtido, oportuno, resuelto, apanado, ventilado, perfumado',
    ],
    ['verb', 1.5, null, 'aconsejar, asesorar, orientar, acompanar, mimar, sonreir:sonri, regalar, obsequiar, acoger'],
    [
      'exact',
      1.5,
      null,
      'un par de clics, dos clics, un clic, un click, dos clicks, pocos clics, en segundos, en dos minutos, en un minuto, en cinco minutos, en diez minutos, en nada, en un rato, en un momentito, con los brazos abiertos, brazos abiertos, volando, como toca, como debe ser, como tiene que ser, como corresponde, como dios manda, a la hora acordada, a la hora prevista, a la hora exacta, a su hora, sin discutir, sin rechistar, sin pestanear, se acordaba de, se acuerda de, se acordo de, se acuerdan de, explico todo, explicaron todo, explica todo, me explico, me explicaron, te explican, te explica, aguanta, aguanta todo, dura mucho, dura todo el dia, no falto nada, no faltaba nada, no falto detalle, admiten mascotas, aceptan mascotas, me quito un peso, se hace solo, se hace sola, sin moverme de casa, desde el sofa, no hizo falta, no hace falta, ya no hace falta, ya no tengo que, ya no hay que, no tengo que, no tienes que, no tuve que, no tuvimos que, no hay que, por fin, al fin, hasta te, hasta nos, da para, a la altura, estuvo a la altura, estuvieron a la altura, vale la visita, merece la visita, merece una visita, lleno de vida, con mucho detalle, con todo detalle, con mimo, con carino, con ganas, saben lo que hacen, sabe lo que hace, sabe mucho, sabe de todo, saben mucho, se esfuerzan, se esforzaron, se ofrecio, se ofrecieron, me ofrecieron, nos ofrecieron, nos invitaron, me regalaron, nos regalaron, se quedo hasta tarde, me espero, nos esperaron, lo dejaron como nuevo, como nuevo, como nueva, va mejorando, cada dia mejor, cada vez mejor, sigue funcionando, sin sorpresas, sin letra pequena, a buen precio, precio justo, justo lo que necesitaba, justo lo que buscaba, lo que buscaba, lo que necesitaba, me quedo perfecto, me quedo genial, tiene de todo, hay de todo',
    ],
    [
      'exact',
      2.5,
      'joy',
      'se me saltaron las lagrimas, me emocione, nos emocionamos, no querian irse, no queria irme, no queriamos irnos, no nos queriamos ir, me facilito la vida, me cambio la vida, me cambiaron la vida, de lagrima, me abrazo, cantando, bailando, brillo en los ojos',
    ],
    [
      'exact',
      2,
      'trust',
      'sin pensarlo, sin pensarmelo, con los ojos cerrados, da la cara, dieron la cara, dio la cara, van de frente, va de frente, me dijeron la verdad, te dicen la verdad, no te venden humo, no venden humo, no te intentan vender',
    ],
    [
      'exact',
      -2,
      null,
      'empalagoso, empalagosa, raro, rara, raros, raras, extrano, extrana, otro modelo, otra talla, modelo distinto, producto distinto, color distinto, modelo equivocado, no era el que, no es el que, mil vueltas, muchas vueltas, demasiadas vueltas, suena y suena, a cada rato, cada dos por tres, se salio, se despego, se partio, se deshizo, a pedazos, se descosio, se encogio, una semana despues, dias despues, semanas despues, horas despues, un mes despues, mas tarde de lo, al lado del bano, me saca, me echa, me expulsa, me expulso, pendiente del movil, pendientes del movil, mirando el movil, con el celular, pegados al celular, hicieron repetir, hacen repetir, me hicieron pagar, me hicieron esperar, nos hicieron esperar, me hicieron volver, me hacen, te hacen, me obligan, te obligan, obligan a, obligaron a, cerraron, solo aceptan, solo efectivo, en pleno siglo, prohibido, no se entera, no se enteran, no hay quien, nadie se hace, mesas pegadas, semanas para, meses para, horas para, dias para, de muestra, la mitad, a la mitad, a medio hacer, a medias, medio vacio, medio frio, no es lo que, no coincide, no coinciden, plantilla, respuesta automatica, respuestas automaticas, copia y pega, cerraron mi caso, ir y venir, idas y vueltas, vuelta tras vuelta, de aca para alla, de aqui para alla, un bot, un robot, se apaga, se apago, se recalienta, se calienta, se calentaba, chirria, cruje, gotea, charco, pelo en mi, crudo por dentro, gomoso, gomosa, chicle, como carton, recalentado en, microondas, aceitoso, aceitosa, para ese precio, por ese precio, a ese precio, tonteria, sin pies ni cabeza, escondido, escondida, no hay donde, ni donde, ahi tirado, me dejaron, nos dejaron, de malas, con desgana, se encogio de hombros, me interrumpio, silencio total, da largas, contradictorio, vago, evasivo, duplicado, duplicada, mismo problema, mismo error, lo mismo de siempre, la misma historia, el mismo cuento, sigue pasando, no para de, no paran de, al segundo dia, a los dos dias, a la primera lavada, al primer lavado, agujereado, que ya no',
    ],
    [
      'verb',
      -2,
      null,
      'desconectar, hundir, deshilachar, despegar, encoger:encoj, oxidar, deformar, agrietar, desgastar, desincronizar, atosigar, incordiar, gotear, chorrear, mojar, malgastar, desperdiciar, agotar, apagar, traspapelar, desatender:desatiend, aburrir',
    ],
    [
      'exact',
      -2.5,
      'anger',
      'se rien, se rien de, se rio de mi, como si fuera, como si fuese, como si fueramos, como si me, delincuente, delincuentes, criminal, tonto, tonta, tontos, idiota, idiotas, imbecil, nos toman por, me toman por, sin ninguna verguenza, me amenazaron, amenazan, a gritos, de malas maneras, con malos modos, malos modos, encima te, y encima, encima de que',
    ],
    [
      'exact',
      -2.5,
      'sadness',
      'ya no queda, ya no quedan, no queda nada, tanto queria, tanto me gustaba, con la ilusion que, con la ilusion, con las ganas que, nos arruino, me arruino, nos aguaron, me aguo, para su cumple, se acabo la magia, cierran, cierran para siempre, lo que fue, no es el sitio que',
    ],
    [
      'exact',
      -2,
      'worry',
      'no se que hacen con, que hacen con, permisos raros, no es mio, no es mia, no hice yo, no lo hice yo, no autorice, quien ve mis, quien puede ver, me rastrean, nos escuchan, inquieto, inquieta, cualquiera puede, cualquiera podria, desprotegido, a la vista de todos, sin cifrar, es normal que, deberia preocuparme',
    ],
    ['adjective', 2.5, null, 'inolvidable, incomparable, invaluable, impagable, indispensable, infalible, incansable, insustituible'],
    ['exact', -1, null, 'tuve que, tuvimos que, tuvo que, tuvieron que'],
    // At the table, in the parcel, on the screen, on the phone.
    ['adjective', 1.5, null, 'calido, apetitoso, familiar, soleado, humano, equilibrado, aromatico'],
    ['verb', 1.5, null, 'simplificar, favorecer:favorezc, compensar, escuchar, comprender'],
    [
      'exact',
      1.5,
      null,
      'aroma, se derrite en la boca, al punto, como en familia, vistas, descuento, regalo, regalos, cerca de casa, al lado de casa, hasta tarde, salvavidas, hecho a mano, hecha a mano, abriga, siempre hay, a cualquier hora, las 24 horas, persona real, persona de verdad, me escucharon, me escucho, me entendieron, en mi lugar, reconocieron el error, pidieron disculpas, pidieron perdon, de un vistazo, temperatura perfecta, temperatura justa, en un solo paso, adios a, se acabaron los, se acabo el',
    ],
    [
      'adjective',
      -2,
      null,
      'pegajoso, requemado, recalentado, revenido, correoso, pastoso, amargo, agrio, estrecho, descolorido, oculto, destrozado, reventado, rasgado, chafado, altisimo, generico, robotico, mareante, pixelado, borroso, picado, mustio, magullado, chamuscado, congelado, encharcado, helado por dentro',
    ],
    ['verb', -1.5, null, 'reiniciar, reinstalar, colar:cuel, remitir, derivar, desbordar, empujar'],
    [
      'exact',
      -2,
      null,
      'agobio, empujones, calor, humo, goteras, cojea, migas, polvo, aguachirri, musica alta, musica altisima, da calambre, se agota, se agoto, no queda, no quedaba, no quedaban, no quedan, captcha, bucle, en bucle, desde cero, empezar de nuevo, volver a empezar, repetir todo, se queda pensando, se quedo pensando, gira y gira, pantallazo, cierra sesion, me cierra la sesion, suplemento, con prisas, a toda prisa, sin mirar, sin saludar, se colaron, se cuelan, se colo, me mandan a, me mandaron a, me manda a, me remiten, me derivan, me pasan de, sigue pendiente, con el vecino, hecho polvo, hecha polvo, que lo arregleis, que lo arreglen, que mejoren, que mejore, que lo mejoren, que lo solucionen, que lo resuelvan, que lo revisen, arreglen, arregleis, arreglad, mejoren, mejoreis, mejorad, solucionen, solucionad, corrijan, revisen, revisad, solo en efectivo, ni una disculpa, ni un aviso, ni una respuesta, ni disculpas, ni idea, sin idea, no apetece, no dan ganas, quita las ganas, se quitan las ganas',
    ],
    // What only looks as if.
    [
      'exact',
      0,
      null,
      'me gustaria, nos gustaria, le gustaria, gustaria, estaria bien, estaria bueno, estaria genial, seria bueno, seria genial, seria ideal, seria mejor si, bueno pues, buenos dias, buenas tardes, buenas noches, buenas, buen dia, por favor, de acuerdo, bien o mal, ni bien ni mal, ni fu ni fa, ni bueno ni malo, no deja de, no dejan de, no dejaba de, no dejo de, no paran de, no para de, no solo, no solamente, no dudo, no tengo duda, sin duda, sin dudas, sin lugar a dudas, sin ninguna duda, no hay duda, no cabe duda, no se si, claro que, esta claro, quiero dejar claro, mas bien, si bien, o bien, mejor dicho, a lo mejor, mejor que nunca, para mejorar, lo bueno, lo malo, mas claro que, seguro que, un seguro, el seguro, mi seguro, del seguro, completo el formulario, de mas, mas de, mas tarde, por lo menos, al menos, mas que nada, nada mas, no mas, nomas, ni mas ni menos, hace poco, poco a poco, dentro de poco, de nada, para nada, padre de, mi padre, mis padres, el padre, su padre, un padre, cafe frio, bien fria, bien frio, agua fria, bebida fria, bebidas frias, te frio, cerveza fria, mucho mas, solo para, plata dura, disco duro, huevo duro, pan duro para, cola de, coca cola, refresco de cola, ninguna sugerencia, sin comentarios, no tengo comentarios, por ahora nada, nada que anadir, nada que agregar, no fumar, tan, tanto como, seguro social, por ver, falta por ver, un simple, una simple, regular tirando a mala, regular tirando a malo, completo, mas grande, perdona, perdon, disculpa, disculpe, disculpen, tarde, tardes, perdida,  cada vez, seria, en serio, cosas buenas y malas, cosas buenas y cosas malas, buenas y malas, buenos y malos',
    ],
    ['exact', -1.5, null, 'falta de, dejo de, dejaron de, ha dejado de'],
    [
      'exact',
      -1,
      null,
      'cola, colas, otra vez, cuidado con, regular, normalito, normalita, mejorable, del monton, justito, tarda, tardan, tardo, tardaron, tarde y, muy tarde, llego tarde, llegaron tarde, llega tarde, tarde y mal',
    ],
    ['exact', 1.5, null, 'mucho mejor'],
    [
      'exact',
      1,
      null,
      'gracias, correcto, cumple, decente, aceptable, puede pasar, pasable, todo bien, salado y crujiente, muy completo, muy completa, muy claro, queda claro, muy claras',
    ],
    ...SIGNS,
  ],
}

let lexicon: Lexicon | undefined

/** Made when the first comment needs it: a worker that only takes answers never pays for it. */
export function toSpanishLexicon(): Lexicon {
  lexicon ??= createLexicon(SOURCE)
  return lexicon
}
