/** Stands in for the button of an app, so that the sources of the registry are checked and tested. */
export function Button({ variant = 'default', size = 'default', ...props }) {
    return <button data-variant={variant} data-size={size} {...props}/>;
}
