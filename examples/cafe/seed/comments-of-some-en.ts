import type { CommentTexts } from './comment-book.ts'

/** What only some write in English: staff, couriers and the roaster at their own touchpoints, and at a customers' one a segment of them. */
export const COMMENTS_OF_SOME_EN: CommentTexts = {
  'help casual': {
    low: [
      'Nobody picks up unless you are in the club',
      'They asked for a member number before helping me, and I have none',
      'Members get a chat, the rest of us a form',
      'I came once, and complaining takes an account',
      'The form would not take a photo of my receipt',
    ],
    mid: ['Fine, but without a club card you wait longer', 'In the end the bar helped me, not this page'],
    high: [],
  },
  courier: {
    low: [
      'On Fridays I wait twenty minutes, double-parked',
      'There is nowhere to collect, so I queue with the customers',
      'Five floors without a lift for a single coffee',
      'The app says ready and it is not',
    ],
    mid: ['Leave it with the porter and it would be far quicker', 'Bags are fine, lids come off now and then'],
    high: ['Always packed when I get there', 'They offer me water while I wait, which is kind', 'Everything is labelled, no mix-ups'],
  },
  beans: {
    low: ['Orders arrive the night before, too late to roast', 'The last invoice was paid a month late'],
    mid: ['A standing weekly order would help us both', 'Unloading at eight works, by nine there is nowhere to park'],
    high: [
      'They cup every batch and tell us what they think',
      'They pay on time and warn us of changes',
      'A joy to see our coffee served this well',
    ],
  },
  desk: {
    low: [
      'I cannot refund anything without ringing the manager',
      'Complaints from people outside the club go to a mailbox nobody opens',
      'They ask me about allergens and the sheet is a year old',
      'One shift to answer everybody, and the bar as well',
    ],
    mid: ['The prepared replies help, but only so far', 'Seeing the order beside the message would halve the time'],
    high: ['With the club chat it is sorted in a minute', 'This week I had time to answer properly'],
  },
  shift: {
    low: [
      'We are short of hands on Saturdays',
      'Rotas come out two days ahead, nobody can plan like that',
      'The machine has been losing pressure mid-morning for weeks',
      'When payment fails, we are the ones who get the long faces',
    ],
    mid: ['Good team, so-so hours', 'A longer break in the afternoon would change a lot', 'I would like to learn roasting'],
    high: ['The best team I have worked with', 'They really teach you here', 'Tips are shared fairly, and it shows'],
  },
}
