import type { ComponentProps } from 'react'

const variants = {
  ghost: 'hover:bg-stone-500/10',
  outline: 'border bg-white shadow-xs hover:bg-stone-100',
}

/** The button of this site, as shadcn/ui writes it. */
export function Button({
  variant = 'outline',
  className,
  ...props
}: ComponentProps<'button'> & { variant?: keyof typeof variants }) {
  return (
    <button
      type="button"
      className={`inline-flex h-9 items-center justify-center rounded-md px-4 py-2 text-sm font-medium ${variants[variant]} ${className ?? ''}`}
      {...props}
    />
  )
}
