import { createRoot } from 'react-dom/client'
import '#renderer/design/base.css'
import { Lost } from '#renderer/app.tsx'
import { WordsProvider } from '#renderer/i18n/words.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <WordsProvider>
    <Lost reason="link-used" />
  </WordsProvider>,
)
