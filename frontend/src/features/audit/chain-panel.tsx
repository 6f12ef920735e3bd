import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { counted, formatCount } from '@/shared/format/count';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { Facts } from '@/shared/ui/values/facts';
import { useChain, useVerifyChain } from './queries';

/** The head of the chain, and the proof that nothing behind it was touched. */
export function ChainPanel() {
  const { t } = useTranslation('audit');
  const chain = useChain();
  const verify = useVerifyChain();
  return (
    <section className="zd-panel zd-inset zd-stack" aria-label={t('chain.title')}>
      <div className="zd-spread">
        <h2>{t('chain.title')}</h2>
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('chain.verify')}
        </Button>
      </div>
      <QueryGate query={chain}>
        {(head) => (
          <Facts
            items={[
              { label: t('chain.sealed'), value: formatCount(head.sequence) },
              { label: t('chain.unsealed'), value: formatCount(head.unsealed) },
              { label: t('chain.hash'), value: <code className="zd-hash">{head.hash}</code>, wide: true },
            ]}
          />
        )}
      </QueryGate>
      {verify.isError ? <ProblemAlert error={verify.error} compact /> : null}
      <p role="status">
        {verify.data
          ? verify.data.valid
            ? t('chain.valid', counted(verify.data.checked))
            : t('chain.broken', {
                sequence: verify.data.first_bad?.sequence,
                why: t(`chain.why.${verify.data.first_bad?.why ?? 'ALTERED'}`),
              })
          : null}
      </p>
    </section>
  );
}
