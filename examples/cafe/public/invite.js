import { byId, enableButtons, inBothLanguages } from './element.js'

const link = byId('link', HTMLInputElement)

byId('invitation').addEventListener('submit', async (event) => {
  event.preventDefault()
  link.select()
  const isCopied = await navigator.clipboard.writeText(link.value).then(
    () => true,
    () => false,
  )
  byId('copied').replaceChildren(
    inBothLanguages(
      isCopied
        ? { es: 'Copiada. Pégala donde quieras.', en: 'Copied. Paste it wherever you like.' }
        : { es: 'Está seleccionada: cópiala con el teclado.', en: 'It is selected: copy it with the keyboard.' },
    ),
  )
})
enableButtons(byId('content'))
