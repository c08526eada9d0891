/** Long enough for a browser to ask where to, and short enough not to keep the content. */
const KEPT_MS = 60_000

/** Has the browser save it in its own way: its folder, its question about a file that is there already. */
export function download(name: string, content: string, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
