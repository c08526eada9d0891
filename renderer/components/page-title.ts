/** The id of the heading that says what the page is about right now. It takes the focus that would else be lost. */
export const PAGE_TITLE = 'page-title'
