import type { SettingAbout } from '../use-setting-about'

/** What a setting is, for the editor's own boxes, which are no place for React. */
export function aboutElement({ doc, facts }: SettingAbout): HTMLElement {
  const box = element('div', 'cm-about')
  const list = element('dl', 'cm-about-facts')
  for (const { term, value } of facts) {
    list.append(element('dt', '', term), element('dd', '', value))
  }
  const text = element('p', 'cm-about-doc', doc)
  text.lang = 'en'
  box.append(list, text)
  return box
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}
