#version 440

// First pass: scales the decoded planes in width. Luma comes out in red, chroma in green and blue, each in the
// rows of its own plane.
//
// A table has a column for each pixel shown: where its taps begin, and below, four to a texel, their weights.

layout(std140, binding = 0) uniform Block {
    ivec4 luma;    // first row wanted, last row, last column, rows of weights
    ivec4 chroma;  // the same of its planes
} block;
layout(binding = 1) uniform sampler2D luma_plane;
layout(binding = 2) uniform sampler2D blue_plane;
layout(binding = 3) uniform sampler2D red_plane;
layout(binding = 4) uniform sampler2D luma_table;
layout(binding = 5) uniform sampler2D chroma_table;

layout(location = 0) out vec4 scaled;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    scaled = vec4(0.0, 0.0, 0.0, 1.0);

    int row = min(at.y + block.luma.x, block.luma.y);
    int last = block.luma.z;
    int tap = int(texelFetch(luma_table, ivec2(at.x, 0), 0).r);
    for (int n = 1; n <= block.luma.w; n++, tap += 4) {
        vec4 weights = texelFetch(luma_table, ivec2(at.x, n), 0);
        vec4 values = vec4(
            texelFetch(luma_plane, ivec2(clamp(tap, 0, last), row), 0).r,
            texelFetch(luma_plane, ivec2(clamp(tap + 1, 0, last), row), 0).r,
            texelFetch(luma_plane, ivec2(clamp(tap + 2, 0, last), row), 0).r,
            texelFetch(luma_plane, ivec2(clamp(tap + 3, 0, last), row), 0).r);
        scaled.r += dot(weights, values);
    }

    row = at.y + block.chroma.x;
    if (row > block.chroma.y)
        return;
    last = block.chroma.z;
    tap = int(texelFetch(chroma_table, ivec2(at.x, 0), 0).r);
    for (int n = 1; n <= block.chroma.w; n++, tap += 4) {
        vec4 weights = texelFetch(chroma_table, ivec2(at.x, n), 0);
        for (int k = 0; k < 4; k++) {
            ivec2 source = ivec2(clamp(tap + k, 0, last), row);
            scaled.g += weights[k] * texelFetch(blue_plane, source, 0).r;
            scaled.b += weights[k] * texelFetch(red_plane, source, 0).r;
        }
    }
}
