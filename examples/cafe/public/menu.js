import { COFFEES } from './coffees.js'
import { drawCup } from './cup-drawing.js'
import { byId, element, inBothLanguages, inEuros } from './element.js'

byId('cups').append(
  ...COFFEES.map((coffee) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: `/choose?coffee=${coffee.key}`, class: 'coffee' },
        drawCup(coffee, 0.9),
        element('h3', {}, inBothLanguages(coffee.name)),
        element('p', {}, inBothLanguages(coffee.story)),
        element('p', { class: 'price' }, inBothLanguages({ es: 'desde ', en: 'from ' }), inEuros(coffee.cents)),
      ),
    ),
  ),
)
