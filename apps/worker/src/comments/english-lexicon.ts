import { toEnglishForms, toEnglishSound } from './english-forms.ts'
import { createLexicon, type Lexicon, type LexiconSource } from './lexicon.ts'
import { SIGNS } from './signs.ts'

/** English as customers write it; our own words, weighed by us. */
const SOURCE: LexiconSource = {
  toForms: toEnglishForms,
  turningPrefix: /^(?:un|in|im|ir|dis|non|mis)(?=[a-z]{4})/,
  toSound: toEnglishSound,
  roles: {
    negate:
      "not, no, never, none, nobody, no one, nothing, neither, nor, without, hardly, barely, cannot, can't, cant, don't, dont, doesn't, doesnt, didn't, didnt, isn't, isnt, wasn't, wasnt, aren't, arent, weren't, werent, won't, wont, wouldn't, wouldnt, couldn't, couldnt, shouldn't, haven't, havent, hasn't, hasnt, hadn't, ain't, aint, lack, lacks, lacked, lacking, lack of, zero, anything but, far from, refuse to, refused to, refuses to, failed to, fails to, fail to, stopped, nowhere near, little to no, unable to, not very, not really, not so, not that, less, nowhere, i wish, we wish, wish it, wish they, wish there, wish you, if only, should be, could be, needs to be, need to be, used to, must be, yet to",
    boost:
      'very, so, really, super, extremely, incredibly, absolutely, totally, completely, utterly, truly, quite, pretty, such, highly, deeply, insanely, ridiculously, amazingly, always, much, a lot, lots of, way, even, most, more, mega, bloody, fucking, damn, exceptionally, remarkably, thoroughly, genuinely, seriously, particularly, especially, consistently, constantly, all the time',
    soften:
      'a bit, a little, slightly, somewhat, kinda, kind of, sort of, sorta, fairly, a tad, a touch, mildly, almost, sometimes, at times, partly, relatively, rather',
    excess: 'too, overly',
    turn: 'but, however, although, though, yet, except, unfortunately, that said, despite, only downside, shame that, now',
    or: 'or',
  },
  onlyDenied: [
    [
      'verb',
      'work, help, answer, reply, respond, arrive, load, open, let, allow, call, listen, respect, accept, start, save, sync, connect, deliver, receive, turn up, show, care, understand, include, return, apologise, apologize, explain, ship, match, hold, deserve, live, last',
    ],
    [
      'exact',
      'find, found, reach, get, see, log in, login, sign in, pay, cancel, understood, got, getting, refund, refunded, show up, showed up, turned up, solution, response, apology, explanation, idea, sense, a clue, responsibility, ownership, make it, parking, seats, seating, room, space, place to sit, table, tables, toilet, toilets, heating, air con, signal, options, choice, stock, receipt, invoice, exchanges, refunds, phone number, notice, warning, warmth, updates, news, follow, followed, fit, fits, come, came, back, taste, flavor, flavour, interest, staff, enough, up to, possible, way to',
    ],
  ],
  mends: [
    ['verb', 'fix, solve, resolve, sort, repair, mend'],
    ['exact', 'sorted out, took care of, taken care of, got rid of'],
  ],
  meanings: [
    [
      'adjective',
      3,
      'joy',
      'amazing, wonderful, fantastic, fabulous, awesome, brilliant, delightful, lovely, gorgeous, beautiful, delicious, marvellous, marvelous, terrific, superb, magical, heavenly, divine, scrumptious, adorable, incredible, spectacular, phenomenal, stunning, charming, fab',
    ],
    [
      'adjective',
      3,
      null,
      'excellent, perfect, outstanding, exceptional, flawless, impeccable, great, unbeatable, exquisite, stellar, faultless, first-class, superior',
    ],
    [
      'adjective',
      2,
      null,
      'good, fast, quick, speedy, swift, easy, simple, smooth, helpful, friendly, polite, courteous, efficient, effective, convenient, comfortable, comfy, cozy, cosy, clean, tidy, clear, useful, handy, intuitive, responsive, prompt, attentive, generous, warm, welcoming, tasty, yummy, fresh, crisp, crispy, juicy, tender, affordable, reasonable, pleasant, nice, neat, cool, seamless, painless, effortless, hassle-free, stress-free, sturdy, durable, stylish, elegant, modern, thoughtful, considerate, patient, knowledgeable, competent, skilled, capable, accurate, positive, valuable, solid, stable, powerful, rich, sweet, classy, spotless, spacious, quiet, peaceful, punctual, timely, flexible, accessible, accommodating, personable, cheerful, gentle, understanding, well-made, straightforward, user-friendly, smart, clever, fair, recommended, recommendable, top-notch, topnotch, chill, decent, flavorful, flavourful, moist, robust, snappy, streamlined, sleek, refreshing, relaxing, memorable, ideal, satisfying, soft, proactive',
    ],
    [
      'adjective',
      2,
      'trust',
      'reliable, trustworthy, honest, professional, dependable, transparent, safe, secure, genuine, sincere, reputable, consistent, reassuring, credible, loyal',
    ],
    [
      'adjective',
      2,
      'joy',
      'happy, glad, pleased, satisfied, delighted, thrilled, excited, fun, enjoyable, grateful, thankful, entertaining, chuffed, stoked, proud',
    ],
    [
      'adjective',
      2,
      'surprise',
      'impressive, surprised, unexpected, unbelievable, astonishing, impressed, mindblowing, jaw-dropping, blown away',
    ],
    ['verb', 2.5, 'joy', 'love, enjoy, adore, delight, smile, cherish, thrill'],
    [
      'verb',
      1.5,
      null,
      'improve, simplify, ease, impress, exceed, excel, value, please, satisfy, shine, stand out, benefit, succeed, thrive',
    ],
    ['verb', 2, null, 'recommend, appreciate, thank, compliment, praise, congratulate, admire, nail'],
    ['verb', 2, 'trust', 'trust, reassure'],
    ['noun', 2.5, 'joy', 'joy, pleasure, treat, gem, delight, blast, star, bliss, happiness, fan, legend, lifesaver, masterpiece'],
    [
      'noun',
      1.5,
      null,
      'bargain, perk, success, kindness, ease, convenience, improvement, winner, champ, plus, strength, benefit, advantage, courtesy, patience, warmth, attention to detail, kudos, props, hospitality, efficiency, bonus, godsend, charm',
    ],
    ['noun', 2, 'trust', 'confidence, peace of mind, honesty, reliability, transparency, professionalism, integrity'],
    ['noun', 2, 'surprise', 'surprise'],
    [
      'exact',
      2,
      null,
      "best, better, well, works, working, worked, good value, great value, value for money, worth it, well worth, worth every penny, worth every cent, worth the price, worth the money, worth the wait, worth the trip, on time, ahead of time, in no time, a day early, early, ahead of schedule, no issues, no fuss, no hassle, no problem, no problems, no complaints, no trouble, no worries, zero complaints, without a hitch, without any issues, without problems, like a charm, like a dream, like new, like clockwork, five stars, 5 stars, 10/10, ten out of ten, 10 out of 10, top marks, thumbs up, will be back, be back, will return, will come back, come back again, coming back, buy again, buying again, order again, ordering again, will order again, use again, go again, would go again, i'd go again, highly recommended, keep it up, keep up, game changer, went above and beyond, above and beyond, extra mile, second to none, spot on, on point, top quality, high quality, hats off, well done, well made, good job, great job, nice touch, helped me, helped us, so helpful, helping, went out of their way, saved me, saves me, saved my, saves us, saves a lot, saves time, cheap, free of charge, for free, a breeze, piece of cake, no brainer, can't fault, cannot fault, couldn't fault, gr8, thx, ty, tysm, kind, my favourite, my favorite, favourite, favorite, go to place, the real deal, fits perfectly, as described, as promised, as advertised, exactly what i wanted, exactly what i needed, just what i needed, hit the spot, in good hands, up to date, liked, like it, i like, really like, we like, likes, like that, like how, like this, quick fix, prompt reply",
    ],
    [
      'exact',
      2,
      null,
      "can't recommend them enough, can't recommend it enough, can't recommend enough, cannot recommend enough, can't recommend this enough, couldn't be better, could not be better, can't get better, couldn't be happier, couldn't have been better, couldn't ask for more, can't ask for more, can't complain, cannot complain, can't go wrong, nothing to complain about, nothing but praise, nothing but good, never fails, never disappoints, never disappointed, doesn't disappoint, didn't disappoint, does not disappoint, no longer crashes, doesn't crash, didn't have to wait, never have to wait, no wait, no waiting, no queue, no queues, without waiting, no stress, not a single problem, not a single issue, nothing but love, no regrets, don't regret, never looked back, hard to beat, hard to fault, can't beat, wouldn't change a thing, no need to",
    ],
    [
      'exact',
      3,
      'joy',
      "so happy, love it, love this, loved it, made my day, made our day, yay, hooray, woohoo, yum, over the moon, can't wait to come back, can't wait to return, can't stop smiling, put a smile, lol love, bravo, congrats, congratulations, happy days, in love with, a joy, had a blast, big fan, huge fan, omg love, absolute joy, best ever, the best, absolutely love",
    ],
    [
      'exact',
      2,
      'trust',
      'never let me down, never let us down, never lets me down, keep their word, keeps their word, kept their word, can count on, could count on, rely on, feel safe, felt safe, felt looked after, feel looked after, looked after, in safe hands, peace of mind, stand behind, stood behind, stands by, upfront, up front, swear by, true to their word, take my word',
    ],
    [
      'exact',
      2,
      'surprise',
      "didn't think anyone would, wow, whoa, didn't expect, did not expect, wasn't expecting, blown away, blew me away, blew my mind, better than expected, exceeded my expectations, exceeded our expectations, exceeded expectations, more than i expected, pleasantly surprised, to my surprise, out of nowhere, can't believe how good, can't believe how fast, couldn't believe how",
    ],
    // Bad.
    [
      'adjective',
      -3,
      'anger',
      'rude, disgusting, outrageous, unacceptable, infuriating, insulting, disgraceful, appalling, shameful, arrogant, dismissive, condescending, furious, angry, annoyed, annoying, frustrated, frustrating, irritating, irritated, ridiculous, abusive, deceptive, misleading, dishonest, shady, greedy, obnoxious, unprofessional, incompetent, pathetic, livid, aggravating, maddening, insane, disrespectful, sneaky, rotten, hostile, mad, pissed, hateful',
    ],
    [
      'adjective',
      -3,
      null,
      'terrible, horrible, awful, dreadful, atrocious, horrendous, abysmal, worst, useless, worthless, unusable, inedible, hopeless, dire, garbage, rubbish, lousy, crappy, shitty, diabolical, shambolic, ghastly, disastrous',
    ],
    [
      'adjective',
      -2,
      null,
      'bad, slow, sluggish, late, poor, broken, faulty, defective, damaged, dirty, filthy, messy, stale, soggy, greasy, burnt, burned, bland, watery, lukewarm, undercooked, overcooked, raw, tough, chewy, tasteless, salty, sticky, smelly, noisy, loud, crowded, cramped, uncomfortable, confusing, confused, complicated, clunky, clumsy, buggy, glitchy, laggy, unstable, unreliable, unhelpful, unfriendly, impolite, unclear, difficult, hard, tedious, cumbersome, painful, expensive, overpriced, pricey, costly, wrong, incorrect, inaccurate, incomplete, missing, empty, outdated, ugly, cheaply made, flimsy, weak, wobbly, torn, ripped, scratched, cracked, dented, crushed, mediocre, inconsistent, inconvenient, impossible, unfair, disorganised, disorganized, chaotic, understaffed, inattentive, careless, sloppy, lazy, inefficient, ineffective, unnecessary, excessive, lengthy, endless, dead, unresponsive, uncooperative, inexperienced, unprepared, invasive, intrusive, obsolete, boring, dull, dry, cold, shoddy, leaky, mouldy, moldy, rusty, stained, expired, tired, grumpy, sour, bitter, dismal, pointless, subpar, underwhelming, hidden, blurry, fiddly, awkward, jerky, draughty, rough, rushed, unwelcoming, cold-hearted, unsuitable, inferior, unresolved, unanswered, unpleasant, negative, choppy, patchy, tiny, stingy',
    ],
    [
      'adjective',
      -2.5,
      'sadness',
      'disappointing, disappointed, sad, upset, upsetting, heartbroken, unhappy, gutted, dissatisfied, unsatisfied, depressing, regrettable, underwhelmed, miserable, disheartening, saddened',
    ],
    [
      'adjective',
      -2,
      'worry',
      'worried, worrying, concerned, concerning, nervous, anxious, scared, scary, afraid, unsafe, insecure, suspicious, dodgy, sketchy, fishy, uneasy, alarming, dangerous, risky, fearful, unsettling, doubtful, skeptical, sceptical, stressful, stressed, paranoid, creepy',
    ],
    [
      'verb',
      -2.5,
      null,
      'crash, freeze, fail, break, ruin, lag, glitch, delay, cancel, lose, forget, ignore, confuse, damage, spill, leak, struggle, waste, suck, stink, complain, stall, hang, disconnect, overcharge, overheat, dump, mislead, neglect, disappear, malfunction, buffer, reject, mishandle, abandon, deteriorate, decline, worsen, botch, smash, squash',
    ],
    [
      'verb',
      -3,
      'anger',
      'scam, cheat, lie, steal, hate, annoy, insult, yell, shout, infuriate, frustrate, irritate, anger, rip, disgust, disrespect, despise, harass, mock, deceive, enrage, swear at, rob',
    ],
    ['verb', -2.5, 'sadness', 'disappoint, regret, miss, sadden, upset, let down'],
    ['verb', -2, 'worry', 'worry, fear, doubt, scare, concern, panic, dread, suspect, stress'],
    [
      'noun',
      -2,
      null,
      'problem, issue, error, bug, fault, failure, defect, complaint, mistake, mess, delay, trouble, hassle, glitch, queue, flaw, downside, drawback, inconvenience, disadvantage, headache, nightmare, disaster, joke, waste, crash, hair in, stain, smell, noise, struggle, chaos, shambles, letdown, let-down, pain, hiccup, obstacle, hole, fiasco, crumbs, dirt, dust, runaround, excuse, barrier, clutter, scratch, mold, mould, bloat, lag, outage, downtime, negligence, incompetence',
    ],
    [
      'noun',
      -3,
      'anger',
      'disgrace, outrage, scandal, insult, rip-off, ripoff, rip off, theft, thief, thieves, liar, crook, robbery, anger, rage, frustration, bullshit, bs, crap, shit, hell, scammer, farce, con',
    ],
    ['noun', -2.5, 'sadness', 'disappointment, shame, pity, sadness, regret'],
    ['noun', -2, 'worry', 'fraud, scam, danger, risk, worry, fear, threat, concern, anxiety, privacy concern, red flag'],
    [
      'exact',
      -2,
      null,
      "worse, waiting, waited, been waiting, takes forever, took forever, forever, takes ages, took ages, ages, for ages, hours waiting, an hour wait, on hold, still waiting, could be better, could be improved, could do better, could have been better, needs improvement, needs work, needs improving, room for improvement, must improve, should be better, used to be better, used to be good, went downhill, gone downhill, going downhill, falls apart, fell apart, came apart, doesn't work, didn't work, does not work, did not work, not working, not work, stopped working, won't load, won't open, never showed up, never arrived, never came, no reply, no response, no answer, no one answers, no apology, no refund, no seats, no explanation, no idea how, nobody answers, not worth, not worth it, isn't worth, wasn't worth, not enough, out of stock, sold out, out of order, out of date, lost my work, got lost, kept crashing, keeps crashing, logs me out, logged me out, kicks me out, kicked me out, hidden fee, hidden fees, hidden charges, ask three times, ask twice, had to ask, still no, still broken, still not, third time, second time, again and again, over and over, every single time, the runaround, a robot, going in circles, in circles, go around in circles, half of the, half the, wrong size, wrong order, wrong item, wrong address, dead links, too much trouble, too many, too much, too long, too small, too few, way too, a pain, fell off, feels cheap, looks cheap, cheap plastic, cheap quality, poorly, badly, hard to, cold food, short staffed, short-staffed, downgrade, no signal, no sound, no parking, ran out, run out, not great, not good, not ideal, wouldn't recommend, would not recommend, don't recommend, can't recommend, cannot recommend, do not recommend, didn't like, don't like, doesn't like, does not like, never again, wouldn't use, won't be back, will not be back, won't return, won't come back, won't be returning, not coming back, not going back, not be back, not be returning, never coming back, never going back, never buying, never ordering, never using, switching to, cancelling my, canceling my, unsubscribed, uninstalled, uninstalling, stay away, avoid, steer clear, beware, run away, don't bother, do not bother, don't waste, meh at best, so-so at best, nothing special, nothing works, gone missing, went missing, dry and, tasted off, smelled, gave up, give up, a chore, a slog, a maze, pushy, spam, spammy, spammed, ads, popups, pop-ups, left waiting, hung up, costs too much, went up, price hike, doubled, on the floor, at the door and",
    ],
    [
      'exact',
      -3,
      'anger',
      "fed up, sick of, tired of, sick and tired, had enough, i've had enough, enough is enough, how dare, charged me twice, charged twice, double charged, refuse to refund, refused to refund, refused a refund, hung up on me, rolled his eyes, rolled her eyes, rolled their eyes, wtf, waste of money, waste of time, ripped off, ripped me off, drives me crazy, drives me mad, drove me crazy, driving me crazy, pissed off, makes my blood boil, lost my patience, lied to, lied to me, don't care, doesn't care, couldn't care less, do not care, they laughed, laughed at, last straw, is a joke, total joke, a joke, unbelievably bad, absolute joke, want my money back, give me my money, money back please",
    ],
    [
      'exact',
      -2.5,
      'sadness',
      "let down, let me down, let us down, lets me down, a shame, such a shame, what a shame, what a pity, expected more, expected better, expecting more, expecting better, hoped for more, hoped for better, not what i expected, not what it was, not what it used to be, isn't what it used to be, used to love, used to be great, used to be much better, used to be my favourite, used to be my favorite, i miss, we miss, will miss, broke my heart, not as good as, sad to see, sad that, sorry to see, lost its charm, wish i had not, wish i hadn't, sadly",
    ],
    [
      'exact',
      -2,
      'worry',
      "don't trust, do not trust, didn't trust, can't trust, cannot trust, wouldn't trust, not trust, looks like a scam, feels like a scam, not sure if it's safe, is it safe, in case i lose, makes me nervous, my data, how you store, red flags, bad feeling, hope nothing, freaked out, freaks me out, on edge",
    ],
    // What says without saying: the deeds behind the feelings.
    [
      'exact',
      1.5,
      null,
      "in a couple of clicks, couple of clicks, two clicks, one click, few clicks, in seconds, in two minutes, in a minute, in five minutes, in ten minutes, open arms, the way it should, as it should, as they should, how it should be, just as it should, agreed time, sound advice, good advice, knows everything, knows their stuff, know their stuff, knows his stuff, knows her stuff, lasts all day, lasts ages, lasts for ages, prettier, prettiest, explained everything, explains everything, without any argument, without argument, no quibble, no arguments, dog friendly, dogs are welcome, kid friendly, family friendly, pet friendly, remembered, a steal, in and out, honoured, honored, can't think of anything to, nothing to improve, don't have to, didn't have to, no longer have to, doesn't have to, didn't need, didn't even need, don't need, no need, all by itself, takes care of, took care, keeps improving, getting better, gets better, still going strong, hasn't let me down, welcomed, greeted, greets, offered us, offered me, gave us free, extra portion, plenty of, spare parts included, went smoothly, ran smoothly, runs smoothly, hit it off, opened early, stayed late, stayed open, waited for us, turned it around, put it right, made it right, owned up, kept the promise, kept their promise, delivered on, lived up to, lives up to, worth a visit, worth visiting, worth trying, made sense, easy on the eye, any time, whenever i need, first class",
    ],
    [
      'adjective',
      1.5,
      null,
      'careful, meticulous, diligent, caring, compassionate, gracious, obliging, hospitable, nifty, ingenious, airy, roomy, bright, scenic, fluffy, creamy, silky, hearty, filling, generous, discreet, tactful, calm, calming, organised, organized, well-organised, well-organized, well-stocked, well-lit, informative, insightful, instructive, versatile, lightweight, compact, fragrant, authentic, homemade, vibrant, lively, ergonomic, flawlessly, readable, legible',
    ],
    [
      'exact',
      2.5,
      'joy',
      'teared up, happy tears, tears of joy, did not want to leave, not want to leave, never want to leave, changed my life, makes my day, lights up, grinning, beaming, buzzing, hugged, danced',
    ],
    [
      'exact',
      2,
      'trust',
      'without a second thought, with my eyes closed, no second thoughts, straight with me, straight with us, told me the truth, gave an honest, never oversell, no upselling, kept me posted, backed by',
    ],
    [
      'exact',
      -2,
      null,
      "sickly, odd, weird, strange, jump through hoops, hoops, rings and rings, rings out, dropped, dropping, next to the toilet, by the toilets, different model, different item, different product, different colour, different color, a week later, a day later, days later, weeks later, hours later, an hour later, months later, boots me out, throws me out, signs me out, sagged, sags, sagging, warped, unravelled, frayed, snapped, bent, chipped, came off, comes off, fell out, come undone, squeezed in, squeezed, made me repeat, made me wait, made us wait, made me pay, made me feel stupid, forced me, forced to, force you, forces you, cash only, in this day and age, faff, closed early, already closed, more interested in, no one takes, nothing happens, nothing happened, only half, half empty, half cold, half finished, picked the wrong, got the wrong, different from what, not what i ordered, not as described, not as pictured, not as advertised, out of date, behind schedule, two weeks for, three weeks for, chatbot, copy and paste, canned response, canned reply, automated reply, ticket closed, closed my ticket, passed on to, to and fro, back and forth, ping pong, unread, unnoticed, mystery charge, doesn't match, didn't match, don't match, battery dies, dies, died, won't turn on, won't start, bricked, overheats, squeaks, squeaky, rattles, wobbles, scuffed, puddle, hair in my, raw in the middle, pink inside, burnt on, no taste, flavourless, flavorless, rubbery, limp, oily, curdled, hard as, like cardboard, cardboard, microwaved, reheated in, for that price, for this price, at that price, daft, silly, senseless, convoluted, too complex, hoop, hides, hidden away, buried, impossible to find, nowhere to sit, nowhere to park, nowhere to be found, no sign, left outside, walked out, walked away, gave me attitude, could not be bothered, couldn't be bothered, can't be bothered, not bothered, shrugged, shrug, talked over, spoke over, interrupted, ghosted, radio silence, no show, vague, evasive, contradictory, mistaken, mislabelled, mislabeled, misspelled, misleads, misplaced, misinformed, duplicate, duplicated, repeated, yet again, same problem, same issue, same mistake, keeps happening, keeps asking, keeps dropping, keeps failing, keeps changing, keeps freezing, keeps sending, keep getting, within a month, within a week, after a week, after two weeks",
    ],
    [
      'verb',
      -2,
      null,
      'drip, wobble, rattle, squeak, reek, clog, jam, mumble, sag, warp, snap, fray, fade, shrink, flicker, misplace, misprint, misquote, overbook, underdeliver, nag, bother, bombard, inconvenience',
    ],
    [
      'exact',
      -2.5,
      'anger',
      'smirk, smirked, sneer, sneered, scoffed, like a criminal, like criminals, like an idiot, like idiots, like a nuisance, like rubbish, like trash, like a thief, treated like, treated as if, robbed, daylight, hand in my pocket, threatened, threatening, barked at, stormed off, no shame, have no shame, how is this legal, unbelievable that, do not respect',
    ],
    [
      'exact',
      -2.5,
      'sadness',
      'nothing is left, is left of, nothing left, no longer there, closing down, in time for her, in time for his, in time for my, in time for the, missed her birthday, missed his birthday, missed the birthday, ruined our, ruined my, spoiled our, spoilt our, not the place it was, once loved, i was so fond, gone for good, not what it was, such hopes, high hopes, got my hopes up',
    ],
    [
      'exact',
      -2,
      'worry',
      "what are they doing with, what do they do with, isn't mine, not mine, did not make, didn't make this, didn't authorise, didn't authorize, who else sees, who can see, odd permissions, tracking me, follows me, listening to me, not encrypted, plain text, strangers, no privacy, anyone could, unattended, by mistake or, is this normal, should i be",
    ],
    [
      'adjective',
      2.5,
      null,
      'unforgettable, unmatched, unrivalled, unrivaled, invaluable, priceless, unmissable, incomparable, indispensable, infallible, timeless, tireless, irreplaceable',
    ],
    ['exact', -1, null, 'had to, you have to, just to, three times, four times, five times, several times, multiple times'],
    // At the table, in the parcel, on the screen, on the phone.
    ['adjective', 1.5, null, 'sunny, handmade, handwritten, flattering, balanced, aromatic, homely, heartfelt, proper'],
    [
      'exact',
      1.5,
      null,
      'melts in the mouth, melts in your mouth, aroma, views, view, discount, gift, close to home, open late, true to size, real person, actual human, a human, listened, understood me, apologised, apologized, compensated, made up for it, any time of day, full of flavour, full of flavor, just the right, just right, bang on, at a glance, at last, worth coming, go to, no faff, knew my, in one go, in one place, right temperature, everything in one',
    ],
    [
      'adjective',
      -2,
      null,
      'stuffy, lumpy, charred, stringy, overdone, underdone, deafening, blaring, narrow, generic, robotic, wilted, bruised, destroyed, shattered, acidic, murky, gritty, misshapen, pixelly, cryptic, woolly, unsalted',
    ],
    ['verb', -1.5, null, 'reinstall, restart, reboot, retype, re-enter, freeze up, overrun'],
    [
      'exact',
      -2,
      null,
      'dishwater, loop, start over, start again, starting over, start from scratch, all over again, logged out, logs out, small print, fine print, jumped the queue, cut in line, pushed in, sent me to, sends me to, send me to, told me to, referred me, no idea, left with a neighbour, left with a neighbor, ran late, running late, please fix, fix this, fix it, please improve, hope you fix, hope they fix, needs fixing, sort it out, sort this, do better, do something about, not even a sorry, not even an apology, no thanks',
    ],
    ['exact', -2.5, 'anger', 'fobbed off, fobbed me off, brushed off, brushed me off'],
    // What only looks as if.
    [
      'exact',
      0,
      null,
      "would like, i'd like, we'd like, i would like, like a, like any, like to, like other, looks like, look like, feels like, felt like, looked like, feel like, smells like, sounds like, would be nice, would be great, would be good, would be helpful, would be cool, would be better if, would be better, it'd be nice, it'd be great, be nice if, be great if, be nice to, be great to, be good to, be good if, great if, good if, nice if, better if, nice to have, be useful, would love, i'd love, we'd love, would appreciate, would recommend adding, good morning, good evening, good afternoon, best regards, best wishes, kind regards, all the best, good luck, at best, please, as well, well i, as well as, no doubt, without a doubt, without doubt, not only, not just, not to mention, nothing to add, nothing else, no comment, no comments, n/a, none, any kind, what kind, that kind, some kind, this kind, all kind, kinds, not sure, i'm not sure, wonder, free, cold brew, cold drinks, cold drink, ice cold, cold press, hard drive, hard disk, hard copy, hard cover, hard boiled, miss smith, no later than, later, later on, sooner or later, late night, lately, hardly ever, lost and found, some good some bad, some are good, pros and cons, good and bad, good or bad, good day, wait staff, wait time, waiting room, waiting area, can't wait, waiting list, dry cleaning, sweet potato, sweet tooth, hot and sweet, fine dining, safe to say, to be honest, tbh, honestly, to be fair, fair enough, pretty much, easy to miss, dead end, even if, more than, less than, no more than, more or less, at least, right now, by now, until now, for now, mad respect, insane value, tired legs, i guess, clear the, free of, love to see, like you, back in, get back, early morning, early bird, cancel, cancelled my own, quality control, star, stars, start, starting, warm up, smart tv, smart watch, hidden gem, on top of, a simple, remains to be seen, rich text, up to you, use",
    ],
    ['exact', 2, 'joy', 'hidden gem, gold star, rock star, rockstar, rockstars, superstar, superstars, absolute star, stars of'],
    // Irregular forms, and what customers say of each kind of touchpoint.
    [
      'exact',
      2,
      null,
      'helped, kept me informed, kept us informed, kept me updated, kept us updated, within minutes, in minutes, same day, intact, no drama, on the house, complimentary, remembered my name, remembered my order, knows my name, knows my order, felt welcome, made to feel welcome, made us feel, made me feel, like home, at home, can do it blindfolded, polished, well designed, well thought out, thought of everything, ace, mint, cracking, lush, time saver, timesaver, huge portions, big portions, large portions, gave me a free, a must, must have, must try, must visit, next level, on another level, hassle free, worry free, first try, first time right, right away, straight away, instantly, immediately, no questions asked, good as new, a+, no nonsense, spotless',
    ],
    [
      'exact',
      2.5,
      'joy',
      "can't live without, cannot live without, couldn't live without, life changing, life saver, obsessed, obsessed with, sublime, heaven, mouthwatering, to die for, a dream, dream come true, cried happy, laughed so, felt special, bless, blessing, bless you, addicted to, treat yourself, so much fun, can't get enough",
    ],
    [
      'exact',
      -2,
      null,
      'forgot, forgotten, lost, broke, froze, stank, stuck, locked out, timed out, time out, timeout, blank screen, white screen, black screen, spinning, wiped, deleted my, erased, drains, drained, drain, bloated, bloatware, paywall, unintuitive, counterintuitive, overwhelming, cluttered, tricky, finicky, gimmicky, steep learning curve, nonsense, absurd, soaked, melted, spoiled, spoilt, undrinkable, tepid, gone off, went cold, gone cold, got cold, stone cold, small portions, tiny portions, charged extra, extra charge, surcharge, pay extra, mixed up, mix up, nonexistent, non existent, snapped at, argued, no sign of, supposed to, should have, sent back, send it back, sent it back, peeling, faded, shrank, shrunk, tore, itchy, scratchy, crooked, leaves a lot to be desired, left a lot to be desired, much to be desired, passed around, passed from, bounced between, bounced around, pillar to post, transferred, chasing, chase, to chase, in the rain, on the doorstep, thrown over, threw it, threw my, broken promises, empty promises, only to find, gave me the wrong, sent me the wrong, sent the wrong, someone else, fuzzy, pixelated, crackling, cuts out, dropped calls, drops out, smaller than, soulless, unhygienic, flies, cockroach, mice, undrinkable, lost a customer, lost my business, put me off, wore out, worn out, wears out, a hassle, no help, jargon',
    ],
    ['exact', -1, null, 'wait, attitude, promised, clueless, hours, twice'],
    [
      'exact',
      -3,
      'anger',
      'stole, stolen, blamed me, blamed, accused, accused me, treated me like, treated us like, treated like, scolded, talked down to, spoke down to, yelled at, shouted at, laughed in my face, slammed, bait and switch, daylight robbery, how hard can it be, beyond a joke, unreal, seething, fuming, shame on you, took the piss, taking the piss',
    ],
    [
      'exact',
      -2.5,
      'sadness',
      'bummed, bummer, heartbreaking, heart sank, lost faith, disillusioned, letdown, cried, in tears, wish i could, could have cried, deflated, not the same, lost its, no longer the same',
    ],
    [
      'exact',
      -2,
      'worry',
      'hacked, breach, leaked my, stolen data, sold my data, identity theft, data leak, suspicious charge, unsure if, hope it, is this legit, is it legit, not confident, not sure i can trust',
    ],
    ['exact', -2, null, 'cancelled, canceled, cancelling, cancels, missing'],
    [
      'exact',
      -1.5,
      null,
      'lack, lacks, lacked, lacking, lack of, refuse to, refused to, refuses to, failed to, fails to, fail to, unable to, stopped, nowhere near, far from, anything but',
    ],
    [
      'exact',
      1,
      null,
      'not bad, not bad at all, not too bad, finally, fine, okay, ok, acceptable, alright, all right, all good, decent, works ok, thanks, thank you, cheers, ta, does the job, does what it says, gets the job done, as expected, early',
    ],
    [
      'exact',
      0,
      null,
      "it's ok, is ok, ok i guess, okay i guess, it's okay, is okay, was ok, was okay, it was ok, it was okay, it is ok, meh, average, nothing special really, so so, so-so, middle of the road, it's fine i guess, neither good nor bad",
    ],
    ...SIGNS,
  ],
}

let lexicon: Lexicon | undefined

/** Made when the first comment needs it: a worker that only takes answers never pays for it. */
export function toEnglishLexicon(): Lexicon {
  lexicon ??= createLexicon(SOURCE)
  return lexicon
}
