import { redirect } from 'next/navigation'
import { routes } from '@/lib/browser/routes'

export default function HomePage() {
  redirect(routes.clusters())
}
