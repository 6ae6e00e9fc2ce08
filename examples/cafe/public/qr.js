import { byId, enableButtons } from './element.js'

byId('print').addEventListener('click', () => window.print())
enableButtons(byId('content'))
