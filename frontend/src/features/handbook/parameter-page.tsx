import { useParams, useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, TimeText } from '@/shared/ui/values/values';
import { Figure } from './figure';
import { type ParameterDetail, useParameter, useParametersChanged } from './queries';
import { useWords } from './words';

/** The control that fits the parameter's type; bounds are the service's. */
function valueField(parameter: ParameterDetail, label: string): Field {
  const base = { name: 'value', label, required: true } as const;
  switch (parameter.type) {
    case 'BOOL':
      return { ...base, kind: 'yes-no' };
    case 'TEXT':
      return { ...base, kind: 'long-text', max: Number(parameter.maximum ?? 2000), wide: true };
    case 'CHOICE':
      return {
        ...base,
        kind: 'choice',
        options: parameter.choices.map(({ value, name }) => ({ value, label: name })),
      };
    case 'MONEY':
      return { ...base, kind: 'money' };
    case 'PERCENT':
      return { ...base, kind: 'text', max: 10 };
    default:
      return {
        ...base,
        kind: 'number',
        min: Number(parameter.minimum ?? 0),
        max: Number(parameter.maximum ?? 1_000_000),
        unit: parameter.unit ?? undefined,
      };
  }
}

function SetForm({ parameter, done }: { parameter: ParameterDetail; done: () => void }) {
  const { t } = useTranslation('handbook');
  const { message } = App.useApp();
  const changed = useParametersChanged();
  const sections = useMemo(
    () => [
      {
        id: 'set',
        title: t('parameter.set'),
        fields: [
          valueField(parameter, t('parameter.value')),
          { kind: 'date', name: 'effective_from', label: t('parameter.from'), required: true },
          { kind: 'long-text', name: 'reason', label: t('parameter.reason'), required: true, max: 500 },
        ] satisfies Field[],
      },
    ],
    [parameter, t],
  );
  const initial = useMemo<Values>(() => ({ value: parameter.current }), [parameter]);
  return (
    <RecordForm
      label={t('parameter.set')}
      sections={sections}
      initial={initial}
      target={{
        mode: 'CREATE',
        save: async (body: Values, key) => {
          await answer(
            api.POST('/api/v1/parameters/{key}/values', {
              params: { path: { key: parameter.key } },
              headers: idempotencyKey(key),
              body: body as never,
            }),
          );
          message.success(t('parameter.saved'));
          await changed();
        },
      }}
      submitLabel={t('parameter.set')}
      onSaved={done}
      onCancel={done}
    />
  );
}

function History({ parameter }: { parameter: ParameterDetail }) {
  const { t } = useTranslation('handbook');
  if (parameter.values.length === 0) return <p className="zd-muted">{t('parameter.neverSet')}</p>;
  return (
    <ol className="zd-stack">
      {parameter.values.map((value) => (
        <li key={value.id}>
          <strong>
            <Figure of={parameter} value={value.value} />
          </strong>{' '}
          <Tag tone={value.state === 'IN_EFFECT' ? 'ok' : 'neutral'}>{t(`parameter.is.${value.state}`)}</Tag>{' '}
          {t('parameter.from')} <DateText value={value.effective_from} /> · {value.set_by.name} ·{' '}
          <TimeText value={value.set_at} />
          <div className="zd-muted">{value.reason}</div>
        </li>
      ))}
    </ol>
  );
}

function ParameterBody({ parameter }: { parameter: ParameterDetail }) {
  const { t } = useTranslation('handbook');
  const router = useRouter();
  const words = useWords();
  return (
    <>
      <RecordHeader
        list="parameters"
        id={parameter.key}
        listHref="/handbook/parameters"
        goTo={(key) => router.history.push(`/handbook/parameters/${key}`)}
        number={parameter.key}
        title={parameter.name}
        tags={<Tag>{words.module(parameter.module)}</Tag>}
        actions={
          <ActionBar
            allowed={parameter.allowed_actions}
            actions={[
              {
                action: 'set',
                label: t('parameter.set'),
                primary: true,
                form: (done) => <SetForm parameter={parameter} done={done} />,
              },
            ]}
          />
        }
      />
      <section className="zd-panel zd-inset zd-stack">
        <Facts
          items={[
            {
              label: t('parameter.current'),
              value: <Figure of={parameter} value={parameter.current} />,
              wide: parameter.type === 'TEXT',
            },
            {
              label: t('parameter.default'),
              value: <Figure of={parameter} value={parameter.default} />,
              wide: parameter.type === 'TEXT',
            },
            { label: t('parameter.since'), value: <DateText value={parameter.current_since} /> },
          ]}
        />
        <ClauseList clauses={parameter.clauses} />
      </section>
      <section className="zd-panel zd-inset zd-stack">
        <h2>{t('parameter.history')}</h2>
        <History parameter={parameter} />
      </section>
    </>
  );
}

export function ParameterPage() {
  const { key } = useParams({ strict: false });
  const parameter = useParameter(key ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={parameter}>{(data) => <ParameterBody parameter={data} />}</QueryGate>
    </div>
  );
}
