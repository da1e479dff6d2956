import type { SettingAbout } from '../use-setting-about'

/** Everything the editor says, and what it knows of settings: both change with the language and the versions. */
export type EditorWords = {
  label: string
  completions: string
  control: string
  settings: readonly string[]
  about: (key: string) => SettingAbout | null
}
