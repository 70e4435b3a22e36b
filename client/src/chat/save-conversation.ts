import {
  type ExportForm,
  exportForms,
  type Written,
  writtenConversation,
} from './written-conversation.ts'

/** Saves the conversation as a file, as if it had been downloaded. */
export function saveConversation(form: ExportForm, written: Written): void {
  const { mime, ending } = exportForms[form]
  const text = writtenConversation(form, written)
  const address = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = `kaizenlap-${new Date().toISOString().slice(0, 10)}.${ending}`
  link.click()
  // The browser has read it when the next task begins.
  setTimeout(() => URL.revokeObjectURL(address))
}
