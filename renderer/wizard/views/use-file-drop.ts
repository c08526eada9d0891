import { useEffect } from 'react'

/** Takes a file that is dropped anywhere on the page. */
export function useFileDrop(onFile: (file: File) => void): void {
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) onFile(file)
    }
    addEventListener('drop', drop)
    return () => removeEventListener('drop', drop)
  }, [onFile])
}
