import { html, raw } from 'hono/html'
import { type Html, toProse, toSchemaView, toTypeView } from './docs-schema.ts'
import { DOCS_STYLE } from './docs-style.ts'
import type { JsonSchema } from './to-json-schemas.ts'
import type { DocumentedOperation, DocumentedProblem, OpenApi } from './to-openapi.ts'

interface Place {
  method: string
  path: string
  operation: DocumentedOperation
}

/** The contract as a page: everything of the document, no script, nothing from elsewhere. */
export async function toDocsPage(document: OpenApi): Promise<string> {
  const places = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Place => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = document.tags
    .map(({ name }) => ({ name, places: places.filter(({ operation }) => operation.tags.includes(name)) }))
    .filter((group) => group.places.length > 0)
  const problems = Object.entries(document['x-pulso-problems'])
  const schemas = Object.entries(document.components.schemas)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Pulso API</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${raw(DOCS_STYLE)}</style>
</head>
<body>
<a class="skip" href="#operations">Skip to the operations</a>
<header>
  <p class="mark">Pulso</p>
  <h1>${document.info.summary}</h1>
  <p>${toProse(document.info.description)}</p>
  <pre><code>curl -H "Authorization: Bearer $PULSO_TOKEN" https://…/v1/sites/cafe/stats?days=30</code></pre>
  <p>The same for machines: <a href="/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
</header>
<div class="columns">
<nav aria-label="Contents">
  ${groups.map(
    (group) =>
      html`<h2>${group.name}</h2><ul>${group.places.map(
        ({ operation, method }) =>
          html`<li><a href="#${operation.operationId}"><span class="method" data-method="${method}">${method}</span> ${operation.summary}</a></li>`,
      )}</ul>`,
  )}
  <h2>Reference</h2>
  <ul><li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li></ul>
</nav>
<main id="operations" tabindex="-1">
  ${groups.map((group) => html`<section aria-label="${group.name}"><h2>${group.name}</h2>${group.places.map(toOperation)}</section>`)}
  <section id="problems"><h2>Problems</h2>
    <p>The closed list behind the <code>type</code> of every error. Compare the type, show the title, log the detail.</p>
    ${problems.map(toProblem)}
  </section>
  <section id="schemas"><h2>Schemas</h2>
    ${schemas.map(([name, schema]) => html`<details id="schema-${name}" open><summary><h3>${name}</h3></summary>${toSchemaView(schema)}</details>`)}
  </section>
</main>
</div>
</body>
</html>
`
  return String(await page)
}

const ACCESS: Record<string, string> = { public: 'open to anybody', any: 'any token or session' }

function toOperation({ method, path, operation }: Place): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  const access = operation['x-pulso-access']
  return html`<article id="${operationId}">
  <h3><a href="#${operationId}">${summary}</a></h3>
  <p class="address"><span class="method" data-method="${method}">${method}</span> <code>${path}</code>
    <span class="access" data-access="${access}">${ACCESS[access] ?? html`scope <code>${access}</code>`}</span></p>
  ${description === undefined ? '' : html`<p>${toProse(description)}</p>`}
  ${
    parameters.length === 0
      ? ''
      : html`<h4>Parameters</h4><div class="table"><table>
    <thead><tr><th scope="col">Name</th><th scope="col">What it is</th></tr></thead>
    <tbody>${parameters.map(
      (
        parameter,
      ) => html`<tr><th scope="row"><code>${parameter.name}</code> <small>${parameter.required ? parameter.in : 'optional'}</small></th>
      <td>${toTypeView(parameter.schema)}${parameter.description === undefined ? '' : html`<p>${toProse(parameter.description)}</p>`}</td></tr>`,
    )}</tbody></table></div>`
  }
  ${requestBody ? html`<h4>Body</h4>${Object.entries(requestBody.content).map(([type, { schema }]) => html`<p class="media">${type}${requestBody.required ? '' : ', or none'}</p>${toSchemaView(schema)}`)}` : ''}
  <h4>Answers</h4>
  <dl>${Object.entries(responses).map(
    ([status, response]) =>
      html`<dt data-class="${status[0]}">${status}</dt><dd>${toAnswer(status, response.description, response.content, operation)}</dd>`,
  )}</dl>
</article>`
}

function toAnswer(
  status: string,
  description: string,
  content: DocumentedOperation['responses'][string]['content'],
  operation: DocumentedOperation,
): Html {
  if (Number(status) >= 400) return html`${description} ${toProblemLinks(content, operation)}`
  return html`${toProse(description)}${Object.entries(content ?? {}).map(([type, { schema }]) => html` <span class="media">${type}</span> ${isLines(schema) ? html`lines of ${toTypeView(schema['x-pulso-line'])}` : toTypeView(schema)}`)}`
}

function isLines(schema: JsonSchema): schema is { 'x-pulso-line': JsonSchema } {
  return 'x-pulso-line' in schema
}

/** The problems of one status: those of the operation whose type the answer's schema names. */
function toProblemLinks(content: DocumentedOperation['responses'][string]['content'], operation: DocumentedOperation): Html {
  const text = JSON.stringify(content ?? {})
  const codes = operation['x-pulso-problems'].filter((code) => text.includes(`:${code}"`))
  return html`${codes.map((code) => html`<a class="problem-link" href="#problem-${code}">${code}</a> `)}`
}

function toProblem([code, problem]: [string, DocumentedProblem]): Html {
  return html`<article class="problem" id="problem-${code}">
  <h3><a href="#problem-${code}">${problem.title}</a></h3>
  <p class="address"><span class="status">${problem.status}</span> <code>${problem.type}</code></p>
  <p>${toProse(problem.meaning)}</p>
  <p><strong>What to do.</strong> ${toProse(problem.remedy)}</p>
</article>`
}
