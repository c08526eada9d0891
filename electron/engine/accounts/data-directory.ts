import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this user's programs keep their data, by the rules of the platform; `MAILWRIGHT_DATA_DIR` overrides them. */
function dataDirectory(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const chosen = env['MAILWRIGHT_DATA_DIR']
  if (chosen !== undefined && chosen !== '') return chosen
  const home = homedir()
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Mailwright')
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Mailwright')
    default:
      return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'mailwright')
  }
}

/** The list of saved accounts of this user. */
export function accountsFile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  return join(dataDirectory(platform, env), 'accounts.json')
}
