import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { backslashQuoted, hasFirmEnds, isPrintableAscii, lines } from '#shared/exporters/quoting.ts'
import { outlookAutodiscover } from '#shared/exporters/formats/outlook-autodiscover.ts'

/** The versions of Office that call themselves 16.0: 2016 and all since. */
const KEY = String.raw`HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Outlook\AutoDiscover`

/**
 * Tells classic Outlook where the file of `outlook-autodiscover` lies.
 *
 * SECURITY: whoever may write that file decides to which servers Outlook sends the password. So there is no usual place
 * for it: the user names one, a whole path on a local drive.
 */
export const outlookRegistry: ExportFormat = {
  name: 'outlook-registry',
  program: 'Outlook (classic)',
  fileName: 'autodiscover.reg',
  kind: 'names-document',
  limits: outlookAutodiscover.limits,
  carries: (value, kind) =>
    kind === 'document-path' ? /^[A-Za-z]:\\[^<>:"/|?*]+\.xml$/i.test(value) : hasFirmEnds(value),
  write: ({ address }, { documentPath }) =>
    lines(
      'Windows Registry Editor Version 5.00',
      '',
      `[${KEY}]`,
      '"PreferLocalXML"=dword:00000001',
      `${backslashQuoted(address.domain.ascii)}=${text(documentPath ?? '')}`,
    ).replaceAll('\n', '\r\n'),
}

/** Other letters as the octets of UTF-16, so that the file is the same in every code page. */
function text(value: string): string {
  if (isPrintableAscii(value)) return backslashQuoted(value)
  const octets = Array.from({ length: value.length + 1 }, (_, index) => {
    const unit = index === value.length ? 0 : value.charCodeAt(index)
    return [unit & 0xff, unit >> 8]
  }).flat()
  return `hex(1):${octets.map((octet) => octet.toString(16).padStart(2, '0')).join(',')}`
}
