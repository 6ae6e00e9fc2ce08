import type { CommentTexts } from './comment-book.ts'

/** What people write at the café in English, by touchpoint and mood. */
export const COMMENTS_EN: CommentTexts = {
  menu: {
    low: [
      'I was after breakfast and there is only coffee',
      'Could not tell what is dairy free',
      'The list is endless on my phone',
      'No word on where the beans come from',
    ],
    mid: [
      'Would love something iced',
      'Please mark what is decaf',
      'Fine, but I expected some tea',
      'A photo of each cup would help',
      'Two more cakes and it is perfect',
    ],
    high: [
      'The drawings are lovely',
      'Short and clear, my kind of menu',
      'The orange coffee caught my eye',
      'Finally somebody explains a flat white',
      'I understood all of it without being a coffee person',
    ],
  },
  choose: {
    low: [
      'I could not tell the sizes apart',
      'Had to go back three times to change the milk',
      'Only saw the full price at the end',
      'Ordering two different cups confused me',
    ],
    mid: [
      'Let me save my usual',
      'Millilitres next to the sizes would help',
      'It took me a moment to find the milk',
      'A suggestion for the undecided would be nice',
    ],
    high: [
      'Three taps and done',
      'Seeing the sizes drawn to scale is clever',
      'The tasting notes helped me decide',
      'No extra charge for oat milk, sold',
    ],
  },
  checkout: {
    low: [
      'The page hung and I did not know whether I had paid',
      'Card declined twice, then it went through',
      'The pay button did nothing on my phone',
      'One wrong digit and the whole form was gone',
      'Gave up and paid at the counter',
      'It refused my expiry date',
    ],
    mid: [
      'I have to type the card every time',
      'No phone wallet?',
      'Slow, but it worked',
      'The keyboard hid the pay button',
      'Was not sure whether tax was included',
    ],
    high: [
      'Quick, and no account needed',
      'Under a minute from menu to paid',
      'Nice that you do not ask for my phone number',
      'Everything on one screen',
      'No surprises at the end',
    ],
  },
  pickup: {
    low: [
      'It sat ready for ten minutes and nobody called it',
      'I got the order of another table',
      'One queue for paying and collecting, why?',
      'Nobody looked up',
    ],
    mid: ['Fine, if a little rushed', 'A board with the numbers would help', 'The music was very loud', 'Not clear where to wait'],
    high: [
      'They remembered my name',
      'Ready the moment I walked in',
      'Such a warm welcome in the morning',
      'They told me all about the beans',
      'Friendly even with a queue out of the door',
    ],
  },
  coffee: {
    low: ['It came lukewarm', 'Bitter, a bit burnt', 'I asked for oat and I think this is dairy', 'Watery today', 'The lid leaks'],
    mid: [
      'Nice, but it lacks body',
      'A touch hotter and it is a ten',
      'Good, though the foam goes flat quickly',
      'A little sharp for me',
      'The small one is very small',
    ],
    high: [
      'Best cortado in town',
      'That foam is a work of art',
      'Tastes of chocolate with no chocolate in it',
      'Just the right temperature',
      'The oat milk is so creamy',
      'This made my morning',
      'The filter of the week is wonderful',
    ],
  },
  terrace: {
    low: ['No shade at all at noon', 'Our table wobbles', 'Too windy for paper cups'],
    mid: ['Put in a few sockets and I will move in', 'Pretty, but very few tables', 'A blanket in the morning would be nice'],
    high: ['The view over the roofs is a gift', 'Quiet, sunny, good coffee', 'Best reading spot in the city', 'I love the plants up here'],
  },
  help: {
    low: [
      'Wrote two days ago, still no answer',
      'A copied reply about something else',
      'I cannot find how to get an invoice',
      'Charged twice and still waiting',
      'The hours on the site are not the hours on the door',
      'No number to call',
    ],
    mid: [
      'They answered, but late',
      'Half solved, the refund is missing',
      'The questions are good, there are just too few',
      'Had to explain it twice',
    ],
    high: [
      'Answered in ten minutes',
      'Refunded without a fuss',
      'My question was right there in the list',
      'Clearly a real person at the other end',
    ],
  },
  recommend: {
    low: [
      'Good coffee, but no seat on weekends',
      'Fix the payment and the help page first',
      'It has become expensive',
      'Not after being charged twice',
    ],
    mid: [
      'Open before eight, please',
      'More places to sit',
      'A couple of sockets at the tables',
      'Something savoury to go with it',
      'A faster queue and it is a ten',
    ],
    high: [
      'The coffee and the rooftop, what else',
      'You feel at home from the first visit',
      'Try the cortado with orange',
      'Order from work, collect on the way, done',
      'I have already brought half the office',
      'Good coffee without the fuss',
    ],
  },
}

/** What people add when they have a little more to say. */
export const AFTERTHOUGHTS_EN = {
  low: ['A pity', 'Hope you fix it', 'Not the first time', 'I expected better', 'I say it with love'],
  mid: ['Otherwise good', 'I will still come back', 'A small thing, but it shows', 'Nothing dramatic'],
  high: ['Will come again', 'Thanks to the team', 'Keep it up', 'See you tomorrow', 'Ten out of ten', 'Made me smile'],
} as const
