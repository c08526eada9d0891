/** A document of Autodiscover in its older form (POX), around what a server puts into it. */
export function autodiscoverDocument(response: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
${response}
</Response></Autodiscover>`
}
