/** Gives a text to the person as a file. */
export function downloadText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by the next task; kept, it would fill the memory.
  setTimeout(() => URL.revokeObjectURL(address))
}
