/**
 * A part of the page as a PNG, twice as fine as on the screen: its drawings as they are, and its text where it stands,
 * in the page’s own fonts, which an image of the whole would not have.
 */
const FINENESS = 2
const MARGIN = 16

export async function pictureOf(element: HTMLElement): Promise<Blob> {
  const box = element.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = (box.width + 2 * MARGIN) * FINENESS
  canvas.height = (box.height + 2 * MARGIN) * FINENESS
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw pictures.')
  context.scale(FINENESS, FINENESS)
  context.fillStyle = getComputedStyle(document.body).getPropertyValue('--surface')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(MARGIN - box.left, MARGIN - box.top)
  for (const drawing of element.querySelectorAll('svg')) {
    if (isLeftOut(drawing)) continue
    const { left, top, width, height } = drawing.getBoundingClientRect()
    context.drawImage(await imageOf(drawing), left, top, width, height)
  }
  for (const text of textsOf(element)) drawText(context, text)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is too large.')) : resolve(blob)),
      'image/png',
    ),
  )
}

const isLeftOut = (element: Element): boolean => element.closest('[data-not-in-picture]') !== null

const KEPT_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
]

/** Colours come from the page’s variables, which an image does not know: each is written down as it is. */
async function imageOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('A drawing is no drawing any more.')
  const { width, height } = drawing.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const parts = [...copy.querySelectorAll('*')]
  for (const [place, original] of [...drawing.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(original)
    for (const name of KEPT_STYLES) parts[place]?.setAttribute(name, style.getPropertyValue(name))
  }
  for (const text of copy.querySelectorAll('text')) text.remove()
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return image
}

function* textsOf(
  element: HTMLElement,
): Generator<{ text: string; box: DOMRect; style: CSSStyleDeclaration }> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || isLeftOut(parent) || parent.closest('.sr-only') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    yield {
      text: node.textContent ?? '',
      box: range.getBoundingClientRect(),
      style: getComputedStyle(parent),
    }
  }
}

function drawText(
  context: CanvasRenderingContext2D,
  { text, box, style }: { text: string; box: DOMRect; style: CSSStyleDeclaration },
): void {
  const isDrawn = style.getPropertyValue('text-anchor') !== 'start' || style.fill !== 'rgb(0, 0, 0)'
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.fillStyle = isDrawn && style.fill !== 'rgb(0, 0, 0)' ? style.fill : style.color
  context.textBaseline = 'middle'
  context.fillText(text, box.left, box.top + box.height / 2)
}
