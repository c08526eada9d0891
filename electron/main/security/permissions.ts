import type { Session } from 'electron'

/** Copying a message to the clipboard is the only thing the page ever asks for. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/**
 * SECURITY: Electron grants every permission unless told otherwise; requests and checks are two separate handlers
 * (rule 5 of its security guide).
 */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  session.setDevicePermissionHandler(() => false)
}
