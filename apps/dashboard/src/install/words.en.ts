import type { InstallWords } from './words.ts'

export const en: InstallWords = {
  title: 'Put Pulso on your pages',
  lead: (site) => `Three steps, and the first answer to ${site} appears here.`,
  steps: {
    choose: 'Choose where you ask',
    paste: 'Paste this into your page',
    answer: 'Open the page and answer',
  },
  touchpoint: 'Touchpoint',
  noQuestion: 'no question yet',
  way: 'When',
  ways: { reach: 'When a visitor gets there', ask: 'At once, to try it' },
  wayNotes: {
    reach: 'The prompt decides by its own rules whether it asks: not again after an answer, for one.',
    ask: 'Asks on every visit, whatever the rules say. Good for trying, not for staying.',
  },
  asks: (question) => `Asks: “${question}”`,
  asksNothing: 'Nothing is asked here yet. Give it a question first:',
  toPrompts: 'Prompts',
  tabs: 'Ways to install',
  tabNames: { gtm: 'Tag manager', csp: 'Security (CSP)' },
  notes: {
    script: 'Before the end of the head or the body, on each page where you ask. The second part says where the visitor is.',
    npmFirst: 'In your project:',
    npm: 'Safe to import on a server; there it does nothing. Until the package is published: npm install /path/to/pulso/packages/widget.',
    react:
      'Put the component where the visitor has got to. For a question in the flow of the page there is PulsoPrompt in the same package.',
    gtm: 'As a custom HTML tag, on the pages where you ask. It is plain old JavaScript, as tag managers want it.',
    csp: 'Does your site send a Content-Security-Policy? Add this to it. Nothing else is needed: no inline styles, no unsafe anything, and Trusted Types may stay on.',
    cspInline: 'The call of the touchpoint is an inline script: give it your nonce, or move it into a file of your own.',
    pinned: 'If the browser shall check the script by its hash, take this tag instead. Change it with every update of Pulso.',
  },
  answerNote: 'Reload the page and wait a moment. If nothing shows up, add ?pulso_debug=1 to its address: the page itself then says why.',
  status: {
    waiting: 'Waiting for the first answer…',
    waitingNote: 'This moves on by itself.',
    test: 'A test answer has arrived',
    testNote: 'Everything works. Still waiting for the first answer that counts.',
    arrived: 'The first answer is in',
    arrivedNote: 'It counts already. From here on, scores move by themselves.',
    running: 'Pulso is running',
    runningNote: (day) => `The first answer came on ${day}.`,
    quiet: 'There are answers already',
    quietNote: (day) => `The first is of ${day}. No page has loaded the script in the last four weeks: is it on your pages?`,
    newest: 'The newest answer',
    toJourney: 'See it on the journey',
  },
  seen: {
    title: 'Seen so far',
    script: 'Script loaded',
    scriptBy: (origin, when) => `by ${origin}, ${when}`,
    scriptUnknown: (when) => `by a page that does not say its address, ${when}`,
    never: 'by no page yet',
    reached: 'Touchpoints reached',
    asked: 'Questions shown',
    answered: 'Answers',
    ofToday: 'Today and yesterday, tests included',
  },
  send: {
    title: 'Try the way back',
    text: 'Sends a real answer through the same door as your visitors’, marked as a test: it counts in no score.',
    button: 'Send a test answer',
    sending: 'Sending…',
    stored: (ms) => `Stored after ${ms} milliseconds, kept apart as a test.`,
    comment: 'A test from the dashboard',
    nothing: 'There is no question to answer yet.',
  },
  causes: {
    title: 'What stands in the way',
    addOrigin: (origin) => `Take answers from ${origin}`,
    onlyOrigin: (origin) => `Take answers from ${origin}, and from no other address`,
    added: (origin) => `Answers from ${origin} count from now on. Open the page again.`,
    origin: {
      title: (origin) => `${origin} is not one of your addresses`,
      refused:
        'A page there sent answers, and they were refused. Is it yours? Then add it: they wait on the visitors’ devices and come with their next page.',
      wouldBe: 'A page there loads your script, but its answers would be refused. Is it yours? Then add it.',
    },
    file: {
      title: 'A file opened from the disk has no address',
      text: 'The page sent an answer and it was refused, because browsers say nothing of where such a page comes from. Serve the folder, for example with npx serve, and open http://localhost:3000. Or take such answers, as long as you are trying; the one that was refused then comes by itself when you open the file again:',
    },
    takeFiles: 'Take answers from files',
    filesTaken:
      'Answers from files count from now on. Anybody can make such a page: switch it off before you go live. Open the page again.',
    refused: {
      'challenge-required': {
        title: 'Answers came without a passed challenge',
        text: 'This site takes answers only with a Turnstile token. The page has to give it: configure({ challenge }).',
      },
      'invalid-respondent': {
        title: 'Answers came from people the site does not vouch for',
        text: 'This site takes answers only of verified people. The page has to give their token: configure({ respondent }).',
      },
      'unknown-prompt': {
        title: 'A page asks for a question that this site does not have',
        text: 'Its id may be mistyped, or it belongs to another site. Copy the snippet again.',
      },
      'invalid-response': {
        title: 'Answers came in a form that cannot be stored',
        text: 'The page may carry an old copy of the widget, or make answers by itself. Reload it without the cache.',
      },
    },
    at: (origin) => `Seen at ${origin}.`,
    quarantine: {
      title: (count) => `${count} ${count === 1 ? 'answer was' : 'answers were'} put aside`,
      text: 'They look as if a program had given them. Pages that are driven by a test tool look like that too.',
    },
    local: {
      title: (origin) => `What comes from ${origin} is a test`,
      somewhere: 'So far only tests have come',
      answered:
        'Answers of local pages, and those sent from here, are kept and shown apart, in no score. A local page counts once the site names its address.',
      loaded: 'A local page has loaded the script. Its answers are kept and shown apart, in no score, until the site names its address.',
    },
    unmapped: {
      title: 'Pages name a touchpoint that the journey does not have',
      text: 'The key in the call may be mistyped. Take the one from step 1, or add it to the journey.',
    },
    heldBack: { title: 'Your page gets there, but nothing is asked', text: 'The widget says why:' },
    times: (count) => `${count}×`,
    unanswered: {
      title: (count) => `A question was shown ${count === 1 ? 'once' : `${count} times`}`,
      text: 'Nobody has answered yet. One tap is enough.',
    },
    consent: {
      title: 'The page has to ask for consent first',
      text: "This site asks nothing before the visitor agrees. When they do, the page calls pulso.consent('granted').",
    },
    silent: {
      title: 'The script is loaded, but nothing has come back',
      text: 'Counts come when the page is left: switch to another tab once. If that does not help:',
      checks: [
        'Is the call of step 2 on the page, with the touchpoint?',
        'Press F12 and look at the console. “Refused to connect … Content Security Policy” means that connect-src has to be extended: see the tab Security (CSP).',
        'A blocker of advertisements can hold back what the page sends. Try a private window without extensions.',
      ],
    },
    hostIsHere:
      'This Pulso runs on your own machine, where only pages of the same machine reach it. For a page on the internet, put Pulso there too: npm run deploy.',
    neverLoaded: {
      title: 'No page has loaded the script yet',
      text: 'Nothing with this site’s key has reached us. Look at these, in this order:',
      checks: [
        'Is the page saved, published and reloaded?',
        'Does the script’s address end in exactly this?',
        'Does it begin with this, and can your visitors’ browsers reach it?',
        'Press F12 and look at the console. “Refused to load … Content Security Policy” means that script-src has to be extended: see the tab Security (CSP).',
        'A blocker of advertisements can stop the script. Try a private window without extensions.',
      ],
    },
    remedies: {
      seen: 'You have seen it in this browser already. Open the page in a private window, or choose “At once, to try it” in step 1.',
      sample: 'Only a share of visitors is asked. Choose “At once, to try it” in step 1, or raise the share at the question.',
      consent: "The visitor has not agreed yet: the page calls pulso.consent('granted') when they do.",
      'no-prompt': 'Nothing is asked at this touchpoint: choose another one in step 1, or give it a question.',
      load: 'The part that asks could not be loaded. Look at the console (F12): a security policy or a blocker says so there.',
      rules: 'A rule of the question keeps it from this page or this visitor. You find the rules at the question.',
      quota: 'The question has had as many answers as it wanted. You find the limit at the question.',
      wait: 'It is on its way, or another question went first. Stay on the page for a moment.',
    },
  },
  pasted: {
    label: 'Compare it with your page',
    hint: 'Paste the code of your page here. It stays in this browser.',
    wrongKey: (found, right) => `The key on the page is ${found}. It has to be ${right}.`,
    wrongHost: (found, right) => `The script comes from ${found}. It has to come from ${right}.`,
    findings: {
      'no-script': 'There is no script of Pulso in this text.',
      asleep: 'The script is in a comment or shown as text, where nothing runs.',
      'no-call': 'Key and address are right. The call that says where the visitor is, is missing: take both parts of step 2.',
      fine: 'Key, address and call are right. So something keeps the browser from loading it: look at the checks above.',
    },
  },
  failure: 'This page cannot ask Pulso right now. It keeps trying.',
}
