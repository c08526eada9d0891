import { findChromiumForTests } from './launchers/chromium.ts'
import { findElectron } from './launchers/desktop.ts'

/** Says once why tests will be skipped; the list itself only shows that they are. */
// The runner demands a default export here.
export default function announceMissing(): void {
  if (findChromiumForTests() === null) {
    process.stdout.write(
      'everything in a browser: skipped, there is no Chromium here; CHROMIUM_PATH names one\n',
    )
  }
  if (findElectron() === null) {
    process.stdout.write(
      'desktop (Electron): skipped, there is no Electron program here; `npx install-electron` fetches it\n',
    )
  }
}
