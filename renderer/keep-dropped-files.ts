/**
 * Keeps the browser from leaving the page to show a file that was dropped on it, and with the page all that was typed:
 * on every screen, also while the one that takes files is still loading.
 */
export function keepDroppedFiles(): void {
  for (const type of ['dragover', 'drop'] as const)
    addEventListener(type, (event) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
    })
}
