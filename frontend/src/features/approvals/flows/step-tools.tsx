import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { mostSteps, type Order } from './mapping';

type ToolsProps = {
  step: string;
  label: string;
  order: Order;
  onOrder: (order: Order) => void;
};

function swapped(order: Order, a: number, b: number): Order {
  const next = [...order];
  [next[a], next[b]] = [order[b] ?? '', order[a] ?? ''];
  return next;
}

/** What is done with a step as a whole: up, down, away. */
export function StepTools({ step, label, order, onOrder }: ToolsProps) {
  const { t } = useTranslation('approvals');
  const at = order.indexOf(step);
  return (
    <span className="zd-row">
      <button
        type="button"
        className="zd-icon-button"
        aria-label={t('form.up', { step: label })}
        disabled={at === 0}
        onClick={() => onOrder(swapped(order, at, at - 1))}
      >
        <ArrowUpOutlined aria-hidden />
      </button>
      <button
        type="button"
        className="zd-icon-button"
        aria-label={t('form.down', { step: label })}
        disabled={at === order.length - 1}
        onClick={() => onOrder(swapped(order, at, at + 1))}
      >
        <ArrowDownOutlined aria-hidden />
      </button>
      <button
        type="button"
        className="zd-icon-button"
        aria-label={t('form.remove', { step: label })}
        disabled={order.length === 1}
        onClick={() => onOrder(order.filter((one) => one !== step))}
      >
        <DeleteOutlined aria-hidden />
      </button>
    </span>
  );
}

export function AddStep({ order, onAdd }: { order: Order; onAdd: () => void }) {
  const { t } = useTranslation('approvals');
  return (
    <Button icon={<PlusOutlined aria-hidden />} disabled={order.length >= mostSteps} onClick={onAdd}>
      {t('form.add')}
    </Button>
  );
}
