import { join } from 'node:path'
import { tell } from './tell.ts'

/** The windows of the system that ask or say something. */
export const dialog = {
  /** The user takes the proposed name in a folder of the test, or closes the dialog where there is none. */
  showSaveDialog: ({ defaultPath }: { readonly defaultPath: string }) => {
    const { STAND_IN_SAVE_FOLDER: folder } = process.env
    return Promise.resolve(
      folder === undefined
        ? { canceled: true, filePath: '' }
        : { canceled: false, filePath: join(folder, defaultPath) },
    )
  },
  showMessageBox: ({ message }: { readonly message: string }) => {
    tell({ type: 'message-box', words: message })
    return Promise.resolve({ response: 0 })
  },
  showErrorBox: (_title: string, words: string): void => tell({ type: 'error-box', words }),
}
