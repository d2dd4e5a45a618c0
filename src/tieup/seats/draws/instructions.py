"""Instructions: what the kernels ask of the machine that numba has no word for.

What numba has compiled and kept does not notice a change here: change the kernels' files with it.
"""

from typing import Any

from numba import float32, uint32, void
from numba.extending import intrinsic


def _bits(source: Any, target: Any) -> Any:  # noqa: ANN401 - numba's own types
    """An intrinsic that takes the bits of a number for a number of another kind."""

    def bitcast(_: Any, __: Any) -> Any:  # noqa: ANN401
        def generate(context: Any, builder: Any, call: Any, args: Any) -> Any:  # noqa: ANN401
            return builder.bitcast(args[0], context.get_value_type(call.return_type))

        return target(source), generate

    return intrinsic(bitcast)


def _fused(_: Any, a: Any, b: Any, c: Any) -> Any:  # noqa: ANN401, ARG001 - numba looks at the names
    """The product of two and the sum with the third, rounded once."""

    def generate(_: Any, builder: Any, __: Any, args: Any) -> Any:  # noqa: ANN401
        return builder.fma(*args)

    return float32(float32, float32, float32), generate


def _in_wide_vectors(_: Any) -> Any:  # noqa: ANN401 - numba's own types
    """Compile the function around for the widest vectors that there are; the bits stay the same.

    The compiler by itself takes halves of them, for early machines slowed down at whole ones.
    """

    def generate(context: Any, builder: Any, _: Any, __: Any) -> Any:  # noqa: ANN401
        # llvmlite's own list of attributes has those without a value alone
        set.add(builder.function.attributes, '"prefer-vector-width"="512"')
        return context.get_dummy_value()

    return void(), generate


fma: Any = intrinsic(_fused)
wide: Any = intrinsic(_in_wide_vectors)
as_float, as_bits = _bits(uint32, float32), _bits(float32, uint32)
