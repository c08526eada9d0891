import { dialog } from 'electron'
import type { ChoosePlace } from '#engine/environment.ts'

/** The save dialog of the system, which asks about a file that is there already. */
export const choosePlace: ChoosePlace = async (name) => {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: name,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? null : filePath
}
