import '#renderer/design/base.css'
import { Lost } from '#renderer/lost.tsx'
import { renderPage } from '#renderer/render-page.tsx'

void renderPage(<Lost reason="link-used" />)
