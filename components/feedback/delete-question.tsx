import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorInPlace } from './error-in-place'

type DeleteQuestionProps = {
  /** `failed` heads the error of a deletion that did not come about. */
  words: { title: string; text: string; keep: string; remove: string; failed: string }
  removal: { isPending: boolean; error: Error | null }
  onRemove: () => void
  onClose: () => void
}

/** Asked before something goes for good: what is lost, and two ways on. A second press while it goes does nothing. */
export function DeleteQuestion({ words, removal, onRemove, onClose }: DeleteQuestionProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={words.title}
      description={words.text}
      closeLabel={words.keep}
      footer={
        <>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button
            kind="danger"
            onClick={() => {
              if (!removal.isPending) onRemove()
            }}
          >
            {words.remove}
          </Button>
        </>
      }
    >
      {removal.error === null ? null : <ErrorInPlace title={words.failed} error={removal.error} />}
    </Dialog>
  )
}
