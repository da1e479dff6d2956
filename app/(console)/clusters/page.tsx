import { ClustersView } from '@/components/cluster/clusters-view'

export default function ClustersPage() {
  return <ClustersView />
}
