/** Something that happened, as a letter on the charts; its key stands above them. */
export type Flag = { at: number; letter: string; tone: 'idle' | 'bad'; text: string; href: string }
